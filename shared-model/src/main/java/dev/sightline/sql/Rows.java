package dev.sightline.sql;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the rows of a query. */
public final class Rows {

    private Rows() {}

    /** Every row, read in order. */
    public static <T> List<T> list(RowSet<Row> rows, Function<Row, T> reading) {
        List<T> list = new ArrayList<>(rows.size());
        rows.forEach(row -> list.add(reading.apply(row)));
        return list;
    }

    /** The only row, of a query that finds one or none. */
    public static <T> Optional<T> first(RowSet<Row> rows, Function<Row, T> reading) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(reading.apply(rows.iterator().next()));
    }

    /** A {@code timestamptz}; null for null. */
    public static Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    /** An instant as a parameter; null for null. */
    public static OffsetDateTime parameter(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
