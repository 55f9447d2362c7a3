package dev.sightline.observability.event;

import dev.sightline.json.Json;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** A batch of rows turned into one array a column, which is how {@link EventQueries#INSERT} takes it. */
final class EventColumns {

    private final List<EventRow> rows;

    private EventColumns(List<EventRow> rows) {
        this.rows = rows;
    }

    static Tuple of(List<EventRow> rows) {
        return new EventColumns(rows).tuple();
    }

    private Tuple tuple() {
        return Tuple.tuple()
                .addArrayOfInteger(column(row -> row.captured().projectId(), Integer[]::new))
                .addArrayOfLocalDate(column(EventRow::day, LocalDate[]::new))
                .addArrayOfUUID(column(row -> row.captured().uuid(), UUID[]::new))
                .addArrayOfString(column(row -> row.captured().event(), String[]::new))
                .addArrayOfString(column(row -> row.captured().distinctId(), String[]::new))
                .addArrayOfString(column(EventRow::sessionId, String[]::new))
                .addArrayOfOffsetDateTime(column(row -> utc(row.captured().timestamp()), OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(column(row -> utc(row.captured().receivedAt()), OffsetDateTime[]::new))
                .addArrayOfBoolean(column(EventRow::heavy, Boolean[]::new))
                .addArrayOfString(column(row -> Json.write(row.light()), String[]::new))
                .addArrayOfString(
                        column(row -> row.content() == null ? null : Json.write(row.content()), String[]::new))
                .addLocalDate(first(LocalDate::compareTo).minusDays(1))
                .addLocalDate(first(Comparator.reverseOrder()).plusDays(1));
    }

    /** The first day in an order. */
    private LocalDate first(Comparator<LocalDate> order) {
        return rows.stream().map(EventRow::day).min(order).orElseThrow();
    }

    private <T> T[] column(Function<EventRow, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
