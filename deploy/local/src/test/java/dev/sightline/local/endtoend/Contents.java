package dev.sightline.local.endtoend;

import dev.sightline.local.stack.Service;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A database as the service sees it.
 *
 * @param tables how many rows each has, and a sum over what is in them
 * @param rules its indexes, constraints and triggers as statements
 */
record Contents(Map<String, String> tables, List<String> rules) {

    private static final String TABLES =
            "select tablename from pg_tables where schemaname = 'public' order by tablename";
    private static final String SUM =
            "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from %s t";
    /** Without parentheses, of which a restored condition may have fewer. */
    private static final String RULES = """
            select translate(rule, '()', '') as bare from (
                select indexdef as rule from pg_indexes where schemaname = 'public'
                union all
                select conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
                 where connamespace = 'public'::regnamespace
                union all
                select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal) rules
            order by bare
            """;

    static Contents of(InstalledPostgres postgres, Service service) throws SQLException {
        try (Connection connection = postgres.connect(service.id(), service.id())) {
            Map<String, String> tables = new TreeMap<>();
            for (String table : texts(connection, TABLES)) {
                tables.put(table, texts(connection, SUM.formatted(table)).get(0));
            }
            return new Contents(tables, texts(connection, RULES));
        }
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** All rows together. */
    long rows() {
        return tables.values().stream()
                .mapToLong(sum -> Long.parseLong(sum.split(" ")[0]))
                .sum();
    }
}
