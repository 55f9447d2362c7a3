package dev.sightline.signals.report;

import dev.sightline.signals.report.state.ReportFacts;
import dev.sightline.signals.report.state.ReportState;
import dev.sightline.signals.report.state.Suppressed;
import dev.sightline.sql.Rows;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Reports as the columns that {@link ReportQueries#INSERT} and {@link ReportQueries#UPDATE} unnest. */
record ReportColumns(List<StoredReport> reports) {

    Tuple of(int projectId) {
        Tuple tuple = Tuple.of(projectId)
                .addArrayOfUUID(column(StoredReport::id, UUID[]::new))
                .addArrayOfString(column(r -> r.state().status().text(), String[]::new))
                .addArrayOfString(column(r -> before(r.state()), String[]::new));
        wording(tuple);
        tally(tuple);
        return times(tuple)
                .addArrayOfUUID(column(StoredReport::successorId, UUID[]::new))
                .addArrayOfString(column(r -> String.join(",", r.sourceProducts()), String[]::new));
    }

    private static String before(ReportState state) {
        return state instanceof Suppressed suppressed && suppressed.before() != null
                ? suppressed.before().text()
                : null;
    }

    private void wording(Tuple tuple) {
        tuple.addArrayOfString(fact(f -> f.wording().title(), String[]::new))
                .addArrayOfString(fact(f -> f.wording().summary(), String[]::new))
                .addArrayOfString(fact(f -> f.wording().error(), String[]::new));
    }

    private void tally(Tuple tuple) {
        tuple.addArrayOfDouble(fact(f -> f.tally().totalWeight(), Double[]::new))
                .addArrayOfInteger(fact(f -> f.tally().signalCount(), Integer[]::new))
                .addArrayOfInteger(fact(f -> f.tally().signalsAtRun(), Integer[]::new))
                .addArrayOfInteger(fact(f -> f.tally().runCount(), Integer[]::new));
    }

    private Tuple times(Tuple tuple) {
        return tuple.addArrayOfOffsetDateTime(column(r -> Rows.parameter(r.createdAt()), OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(fact(f -> Rows.parameter(f.promotedAt()), OffsetDateTime[]::new))
                .addArrayOfOffsetDateTime(fact(f -> Rows.parameter(f.lastRunAt()), OffsetDateTime[]::new));
    }

    private <T> T[] fact(Function<ReportFacts, T> member, IntFunction<T[]> array) {
        return column(report -> member.apply(report.state().facts()), array);
    }

    private <T> T[] column(Function<StoredReport, T> member, IntFunction<T[]> array) {
        return reports.stream().map(member).toArray(array);
    }
}
