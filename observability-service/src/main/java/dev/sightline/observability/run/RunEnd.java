package dev.sightline.observability.run;

import dev.sightline.event.SignalEmitted;
import dev.sightline.messaging.Outbox;
import dev.sightline.messaging.OutboxMessage;
import dev.sightline.observability.evaluation.EvaluationSwitch;
import dev.sightline.observability.evaluation.key.KeyVault;
import dev.sightline.time.Timestamps;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Ends runs: the outcome, what it means for the evaluation and the key, and every message it causes are one transaction,
 * so that a verdict is captured once, if and only if the run is stored as judged.
 */
@ApplicationScoped
class RunEnd {

    private final Pool pool;
    private final Outbox outbox;
    private final EvaluationSwitch evaluations;
    private final KeyVault keys;
    private final SignalDays days;
    private final Clock clock;

    RunEnd(Pool pool, Outbox outbox, EvaluationSwitch evaluations, KeyVault keys, SignalDays days, Clock clock) {
        this.pool = pool;
        this.outbox = outbox;
        this.evaluations = evaluations;
        this.keys = keys;
        this.days = days;
        this.clock = clock;
    }

    Uni<Void> end(Run run, Outcome outcome) {
        Instant now = Timestamps.micros(clock.instant());
        return pool.withTransaction(tx -> tx.preparedQuery(RunQueries.FINISH)
                .execute(Outcomes.columns(run, outcome, now))
                .chain(rows -> rows.rowCount() > 0
                        ? consequences(tx, run, outcome, now)
                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> consequences(SqlConnection tx, Run run, Outcome outcome, Instant now) {
        RunMessages messages = new RunMessages(run, outcome, now);
        List<OutboxMessage> all = Stream.concat(Stream.of(messages.completed()), messages.verdict().stream())
                .toList();
        return outbox.append(tx, all)
                .chain(() -> outcome instanceof Outcome.Failed failed
                        ? blame(tx, run, failed)
                        : Uni.createFrom().voidItem())
                .chain(() -> outcome instanceof Outcome.Judged judged
                        ? signal(tx, run, judged)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> blame(SqlConnection tx, Run run, Outcome.Failed failed) {
        Uni<Void> key = failed.report()
                .map(report -> keys.report(tx, run.projectId(), report.keyId(), report.finding()))
                .orElseGet(() -> Uni.createFrom().voidItem());
        return key.chain(() -> failed.reason()
                .map(reason -> evaluations
                        .off(
                                tx,
                                run.projectId(),
                                run.evaluationId(),
                                new EvaluationSwitch.Failure(reason, failed.detail()))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> signal(SqlConnection tx, Run run, Outcome.Judged judged) {
        return judged.signal()
                .map(signal -> days.take(tx, run.projectId(), run.evaluationId())
                        .chain(taken ->
                                taken ? send(tx, signal) : Uni.createFrom().voidItem()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> send(SqlConnection tx, SignalEmitted signal) {
        return outbox.append(tx, List.of(OutboxMessage.of(signal.signalId(), "" + signal.projectId(), signal)));
    }
}
