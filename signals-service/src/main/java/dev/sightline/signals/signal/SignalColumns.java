package dev.sightline.signals.signal;

import dev.sightline.json.Json;
import dev.sightline.sql.Rows;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Signals with their vectors as the columns that {@link SignalQueries#INSERT} unnests. */
record SignalColumns(List<StoredSignal> signals, List<Vector> vectors) {

    /** What {@link SignalQueries#STORED} recognises signals by. */
    Tuple identities(int projectId) {
        return Tuple.of(projectId)
                .addArrayOfUUID(column(StoredSignal::id, UUID[]::new))
                .addArrayOfString(column(s -> s.content().source().product(), String[]::new))
                .addArrayOfString(column(s -> s.content().source().type(), String[]::new))
                .addArrayOfString(column(s -> s.content().sourceId(), String[]::new))
                .addArrayOfBoolean(column(StoredSignal::idempotent, Boolean[]::new));
    }

    Tuple of(int projectId) {
        Tuple tuple = Tuple.of(projectId)
                .addArrayOfUUID(column(StoredSignal::id, UUID[]::new))
                .addArrayOfUUID(column(StoredSignal::reportId, UUID[]::new));
        content(tuple);
        return vectors(tuple);
    }

    private void content(Tuple tuple) {
        tuple.addArrayOfString(column(s -> s.content().source().product(), String[]::new))
                .addArrayOfString(column(s -> s.content().source().type(), String[]::new))
                .addArrayOfString(column(s -> s.content().sourceId(), String[]::new))
                .addArrayOfBoolean(column(StoredSignal::idempotent, Boolean[]::new))
                .addArrayOfString(column(s -> s.content().description(), String[]::new))
                .addArrayOfDouble(column(s -> s.content().weight(), Double[]::new))
                .addArrayOfString(column(s -> Json.write(s.content().extra()), String[]::new))
                .addArrayOfString(column(s -> Json.write(s.matchMetadata()), String[]::new))
                .addArrayOfOffsetDateTime(column(s -> Rows.parameter(s.emittedAt()), OffsetDateTime[]::new))
                .addArrayOfBoolean(column(StoredSignal::deleted, Boolean[]::new));
    }

    private Tuple vectors(Tuple tuple) {
        return tuple.addArrayOfString(vectors.stream().map(Vector::embedder).toArray(String[]::new))
                .addValue(vectors.stream().map(Vector::bytes).toArray(Buffer[]::new));
    }

    private <T> T[] column(Function<StoredSignal, T> member, IntFunction<T[]> array) {
        return signals.stream().map(member).toArray(array);
    }
}
