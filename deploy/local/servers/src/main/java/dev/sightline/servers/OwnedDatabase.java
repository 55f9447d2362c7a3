package dev.sightline.servers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** A database with an owner, closed to every other role. */
record OwnedDatabase(String name, String role, String password) {

    private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

    OwnedDatabase {
        requireIdentifier(name);
        requireIdentifier(role);
    }

    private static void requireIdentifier(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a plain SQL identifier: " + name);
        }
    }

    /** Creates what is missing; running it again changes nothing but the password. */
    void create(DataSource administrator) throws SQLException {
        try (Connection connection = administrator.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(exists(connection, ROLE_EXISTS, role) ? alterRole() : createRole());
            if (!exists(connection, DATABASE_EXISTS, name)) {
                statement.execute("create database " + name + " owner " + role);
            }
            statement.execute("revoke all on database " + name + " from public");
        }
    }

    private String createRole() {
        return "create role " + role + " login password " + literal(password);
    }

    private String alterRole() {
        return "alter role " + role + " login password " + literal(password);
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static final String ROLE_EXISTS = "select from pg_roles where rolname = ?";
    private static final String DATABASE_EXISTS = "select from pg_database where datname = ?";

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
