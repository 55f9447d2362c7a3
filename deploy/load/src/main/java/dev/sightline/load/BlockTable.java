package dev.sightline.load;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** What a recorder has stored, and the baseline: COPY of the same rows into a table of the same form. */
final class BlockTable implements AutoCloseable {

    private final java.sql.Connection connection;

    BlockTable(String url) throws SQLException {
        connection = DriverManager.getConnection("jdbc:" + url + "/vision", "vision", "vision");
    }

    long count() throws SQLException {
        return number("select count(*) from recording_block");
    }

    long bytes() throws SQLException {
        return number("select coalesce(sum(octet_length(content)), 0) from recording_block");
    }

    /** Copies all rows into a new table with the same constraints and indexes. */
    Figure copy(int round) throws SQLException, IOException {
        String table = "block_copy_" + round;
        execute("create table " + table + " (like recording_block including all)");
        byte[] rows = rows();
        long count = count();
        Duration before = processorTime();
        long start = System.nanoTime();
        copies().copyIn("copy " + table + " from stdin (format binary)", new ByteArrayInputStream(rows));
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        return new Figure(count, bytes(), elapsed, processorTime().minus(before));
    }

    private byte[] rows() throws SQLException, IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        copies().copyOut("copy (select * from recording_block) to stdout (format binary)", rows);
        return rows.toByteArray();
    }

    private CopyManager copies() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    /** Of the server process that serves this connection. */
    private Duration processorTime() throws SQLException {
        return ProcessHandle.of(number("select pg_backend_pid()"))
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
