package dev.sightline.signals.processing;

import dev.sightline.event.SignalEmitted;
import dev.sightline.json.Json;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Signals as the columns that the statements on waiting signals unnest. */
record WaitingColumns(List<SignalEmitted> signals) {

    /** What {@link LaneQueries#ADD} keeps of them. */
    Tuple tuple() {
        return identities().addArrayOfString(column(Json::write, String[]::new));
    }

    /** What {@link LaneQueries#FRESH} recognises them by. */
    Tuple identities() {
        return Tuple.tuple()
                .addArrayOfInteger(column(SignalEmitted::projectId, Integer[]::new))
                .addArrayOfUUID(column(SignalEmitted::signalId, UUID[]::new))
                .addArrayOfString(column(SignalEmitted::sourceProduct, String[]::new))
                .addArrayOfString(column(SignalEmitted::sourceType, String[]::new))
                .addArrayOfString(column(SignalEmitted::sourceId, String[]::new))
                .addArrayOfBoolean(column(SignalEmitted::idempotent, Boolean[]::new));
    }

    private <T> T[] column(Function<SignalEmitted, T> member, IntFunction<T[]> array) {
        return signals.stream().map(member).toArray(array);
    }
}
