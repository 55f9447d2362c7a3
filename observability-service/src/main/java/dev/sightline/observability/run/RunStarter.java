package dev.sightline.observability.run;

import dev.sightline.event.EvaluationRunRequested;
import dev.sightline.messaging.Outbox;
import dev.sightline.messaging.OutboxMessage;
import dev.sightline.sql.Rows;
import dev.sightline.time.Timestamps;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Queues runs: the waiting rows and the messages that wake workers are one transaction. */
@ApplicationScoped
public class RunStarter {

    private static final int AT_ONCE = 2000;

    private final Pool pool;
    private final Outbox outbox;
    private final Clock clock;

    RunStarter(Pool pool, Outbox outbox, Clock clock) {
        this.pool = pool;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Queues the runs that are new. Many are queued in several transactions; after a failure some of them may be.
     *
     * @return how many were
     */
    public Uni<Integer> start(List<NewRun> runs) {
        return Multi.createFrom()
                .iterable(runs)
                .group()
                .intoLists()
                .of(AT_ONCE)
                .onItem()
                .transformToUniAndConcatenate(this::startTogether)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }

    private Uni<Integer> startTogether(List<NewRun> runs) {
        return pool.withTransaction(tx -> insert(tx, runs).call(fresh -> outbox.append(tx, requests(runs, fresh))))
                .map(Set::size);
    }

    private Uni<Set<UUID>> insert(SqlConnection tx, List<NewRun> runs) {
        return tx.preparedQuery(RunQueries.INSERT)
                .execute(new RunColumns(runs).tuple(Timestamps.micros(clock.instant())))
                .map(rows -> new HashSet<>(Rows.list(rows, row -> row.getUUID("id"))));
    }

    private static List<OutboxMessage> requests(List<NewRun> runs, Set<UUID> fresh) {
        return runs.stream()
                .filter(run -> fresh.contains(run.id()))
                .map(RunStarter::request)
                .toList();
    }

    private static OutboxMessage request(NewRun run) {
        int projectId = run.evaluation().projectId();
        UUID evaluationId = run.evaluation().id();
        return OutboxMessage.of(
                projectId + ":" + evaluationId, new EvaluationRunRequested(projectId, run.id(), evaluationId));
    }
}
