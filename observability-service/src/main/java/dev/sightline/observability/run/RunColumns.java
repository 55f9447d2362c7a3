package dev.sightline.observability.run;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** New runs turned into one array a column, which is how {@link RunQueries#INSERT} takes them. */
record RunColumns(List<NewRun> runs) {

    Tuple tuple(Instant now) {
        return Tuple.tuple()
                .addArrayOfInteger(column(run -> run.evaluation().projectId(), Integer[]::new))
                .addArrayOfUUID(column(NewRun::id, UUID[]::new))
                .addArrayOfString(column(NewRun::workflowId, String[]::new))
                .addArrayOfUUID(column(run -> run.evaluation().id(), UUID[]::new))
                .addArrayOfString(column(run -> run.evaluation().name(), String[]::new))
                .addArrayOfString(column(NewRun::runtime, String[]::new))
                .addArrayOfBoolean(column(NewRun::automatic, Boolean[]::new))
                .addArrayOfUUID(column(run -> run.target().event(), UUID[]::new))
                .addArrayOfString(column(run -> run.target().name(), String[]::new))
                .addArrayOfLocalDate(column(run -> run.target().day(), LocalDate[]::new))
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
    }

    private <T> T[] column(Function<NewRun, T> value, IntFunction<T[]> array) {
        return runs.stream().map(value).toArray(array);
    }
}
