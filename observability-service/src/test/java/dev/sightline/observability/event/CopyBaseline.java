package dev.sightline.observability.event;

import dev.sightline.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** What Postgres does with the same rows at its fastest, in tables like those of the store, 10,000 rows a transaction. */
final class CopyBaseline implements AutoCloseable {

    private static final int CHUNK = 10_000;
    private static final String COLUMNS =
            "(project_id, day, uuid, event, distinct_id, session_id, timestamp, received_at, heavy, properties)";

    private final Connection connection;

    CopyBaseline(DataSource database) throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        for (String name : List.of("bench_copy", "bench_staged", "bench_warm")) {
            run("drop table if exists " + name);
            run("create table " + name + " (like event including all) partition by range (day)");
            run("create table " + name + "_all partition of " + name + " for values from (minvalue) to (maxvalue)");
        }
        run("create temp table stage (like event including defaults) on commit delete rows");
        connection.commit();
    }

    void warmUp(List<EventRow> rows) throws SQLException, IOException {
        copy("bench_warm", rows);
    }

    void copy(List<EventRow> rows) throws SQLException, IOException {
        copy("bench_copy", rows);
    }

    private void copy(String table, List<EventRow> rows) throws SQLException, IOException {
        for (int from = 0; from < rows.size(); from += CHUNK) {
            into(table, rows.subList(from, Math.min(from + CHUNK, rows.size())));
            connection.commit();
        }
    }

    void staged(List<EventRow> rows) throws SQLException, IOException {
        for (int from = 0; from < rows.size(); from += CHUNK) {
            into("stage", rows.subList(from, Math.min(from + CHUNK, rows.size())));
            run("insert into bench_staged " + COLUMNS + " select " + COLUMNS.replaceAll("[()]", "")
                    + " from stage on conflict do nothing");
            connection.commit();
        }
    }

    private void into(String table, List<EventRow> rows) throws SQLException, IOException {
        StringBuilder text = new StringBuilder(rows.size() * 1200);
        rows.forEach(row -> append(text, row));
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + COLUMNS + " from stdin", new StringReader(text.toString()));
    }

    private static void append(StringBuilder text, EventRow row) {
        Object[] values = {
            row.captured().projectId(),
            row.day(),
            row.captured().uuid(),
            row.captured().event(),
            row.captured().distinctId(),
            row.sessionId() == null ? "\\N" : row.sessionId(),
            row.captured().timestamp().atOffset(ZoneOffset.UTC),
            row.captured().receivedAt().atOffset(ZoneOffset.UTC),
            row.heavy(),
            Json.write(row.light()).replace("\\", "\\\\")
        };
        for (int i = 0; i < values.length; i++) {
            text.append(values[i]).append(i == values.length - 1 ? '\n' : '\t');
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        for (String name : List.of("bench_copy", "bench_staged", "bench_warm")) {
            run("drop table " + name);
        }
        connection.commit();
        connection.close();
    }
}
