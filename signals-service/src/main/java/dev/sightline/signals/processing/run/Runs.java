package dev.sightline.signals.processing.run;

import dev.sightline.signals.report.ReportStore;
import dev.sightline.signals.report.ReportStore.Change;
import dev.sightline.signals.report.ReportStore.Owned;
import dev.sightline.signals.report.StoredReport;
import dev.sightline.signals.report.state.Candidate;
import dev.sightline.signals.report.state.InProgress;
import dev.sightline.sql.Rows;
import dev.sightline.sql.Together;
import dev.sightline.time.UuidV7;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Begins and ends runs. A run and its report change in one transaction, in which the report is held first. */
@ApplicationScoped
class Runs {

    private final Pool pool;
    private final ReportStore reports;
    private final RunConfig config;
    private final Clock clock;
    private final UUID owner = UuidV7.next();

    Runs(Pool pool, ReportStore reports, RunConfig config, Clock clock) {
        this.pool = pool;
        this.reports = reports;
        this.config = config;
        this.clock = clock;
    }

    /** Begins the runs of at most so many candidates that no other replica is about to take. */
    Uni<List<Started>> begin(int most) {
        return pool.withTransaction(tx -> reports.lockCandidates(tx, most).flatMap(candidates -> Multi.createFrom()
                .iterable(candidates)
                .onItem()
                .transformToUniAndConcatenate(candidate -> begin(tx, candidate))
                .collect()
                .asList()));
    }

    private Uni<Started> begin(SqlClient tx, Owned candidate) {
        InProgress running = ((Candidate) candidate.report().state()).start(clock.instant());
        Run run =
                new Run(candidate.projectId(), UuidV7.next(), candidate.report().id());
        return Together.of(
                        reports.save(
                                tx,
                                run.projectId(),
                                List.of(new Change(candidate.report().with(running), "status_changed"))),
                        tx.preparedQuery(RunQueries.BEGIN)
                                .execute(Tuple.of(
                                        run.projectId(),
                                        run.id(),
                                        run.reportId(),
                                        owner,
                                        config.lease().toMillis())))
                .replaceWith(new Started(run, candidate.report().with(running)));
    }

    /** How a run ends: as what, and for operators with which result and reason. */
    record End(String status, String result, String reason) {}

    /** The report of a run that ends, still being researched, and when that is. */
    record Held(StoredReport report, InProgress running, Instant now) {}

    /** What the end of a run does to its report. */
    interface Effect {

        Uni<Void> apply(SqlClient tx, Held held);
    }

    /** Ends a run; if it was ended before, or its report is not being researched any more, the effect is left out. */
    Uni<Void> end(Run run, End end, Effect effect) {
        return close(run, effect, tx -> tx.preparedQuery(RunQueries.END)
                .execute(Tuple.of(run.projectId(), run.id(), end.status(), end.result(), end.reason())));
    }

    /** Ends a run that nobody keeps any more. */
    Uni<Void> lose(Run run, Effect effect) {
        return close(run, effect, tx -> tx.preparedQuery(RunQueries.LOSE).execute(Tuple.of(run.projectId(), run.id())));
    }

    private Uni<Void> close(Run run, Effect effect, Function<SqlClient, Uni<RowSet<Row>>> closing) {
        return pool.withTransaction(tx -> Uni.combine()
                .all()
                .unis(reports.lock(tx, run.projectId(), List.of(run.reportId())), closing.apply(tx))
                .asTuple()
                .flatMap(answers -> answers.getItem2().size() == 0
                        ? Uni.createFrom().voidItem()
                        : apply(tx, answers.getItem1().get(run.reportId()), effect)));
    }

    private Uni<Void> apply(SqlClient tx, StoredReport report, Effect effect) {
        return report != null && report.state() instanceof InProgress running
                ? effect.apply(tx, new Held(report, running, clock.instant()))
                : Uni.createFrom().voidItem();
    }

    /** Keeps runs from being taken for lost. */
    Uni<Void> keep(Collection<UUID> runs) {
        return pool.preparedQuery(RunQueries.KEEP)
                .execute(Tuple.of(runs.toArray(UUID[]::new), config.lease().toMillis()))
                .replaceWithVoid();
    }

    /** Some runs that nobody keeps any more. */
    Uni<List<Run>> expired(int most) {
        return pool.preparedQuery(RunQueries.EXPIRED)
                .execute(Tuple.of(most))
                .map(rows -> Rows.list(
                        rows,
                        row -> new Run(row.getInteger("project_id"), row.getUUID("id"), row.getUUID("report_id"))));
    }

    /** Gives up a run for now: it is lost when it has rested, for longer the more runs were lost before it. */
    Uni<Void> putOff(Run run, String cause) {
        return pool.preparedQuery(RunQueries.PUT_OFF)
                .execute(Tuple.of(
                        run.projectId(),
                        run.reportId(),
                        run.id(),
                        config.retryWait().toMillis(),
                        cause))
                .replaceWithVoid();
    }

    /** The runs of a report that were lost since one last came to an end, and what was away at the last. */
    record Losses(int count, String cause, boolean tooMany) {

        String explained() {
            return cause == null
                    ? "The run was interrupted " + count + " times."
                    : "The run was put off " + count + " times. " + cause;
        }
    }

    Uni<Losses> lost(SqlClient tx, Run run) {
        return tx.preparedQuery(RunQueries.LOST)
                .execute(Tuple.of(run.projectId(), run.reportId(), run.id()))
                .map(rows -> Rows.first(rows, this::losses).orElseThrow());
    }

    private Losses losses(Row row) {
        int count = row.getInteger("lost");
        return new Losses(count, row.getString("cause"), count >= config.attempts());
    }

    /** Calls a lost run failed, so that what was lost up to it is not counted again. */
    Uni<Void> giveUp(SqlClient tx, Run run) {
        return tx.preparedQuery(RunQueries.GIVE_UP)
                .execute(Tuple.of(run.projectId(), run.id()))
                .replaceWithVoid();
    }
}
