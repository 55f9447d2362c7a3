package dev.sightline.vision.sweep;

import dev.sightline.sql.Rows;
import dev.sightline.vision.observation.ObservationStarter;
import dev.sightline.vision.observation.ObservationStarter.Start;
import dev.sightline.vision.observation.Trigger;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * One scanner's look at what has ended since its last (spec/vision.md 14.2). The search holds no lock; what it found is
 * started, and the watermark moved, in one transaction, and only if the scanner is still what it was. So a scanner that
 * was disabled or changed meanwhile starts nothing, and two replicas never start the same.
 */
@ApplicationScoped
class Sweep {

    private final Pool pool;
    private final Candidates candidates;
    private final Room room;
    private final ObservationStarter starter;
    private final Clock clock;

    Sweep(Pool pool, Candidates candidates, Room room, ObservationStarter starter, Clock clock) {
        this.pool = pool;
        this.candidates = candidates;
        this.room = room;
        this.starter = starter;
        this.clock = clock;
    }

    /** How many observations were started. */
    Uni<Integer> of(SweptScanner scanner, SweepConfig config) {
        Instant cutoff = clock.instant().minus(config.settle());
        return room.of(pool, scanner.key(), config)
                .chain(free -> free <= 0 || !cutoff.isAfter(scanner.watermark().end())
                        ? Uni.createFrom().item(0)
                        : candidates
                                .find(scanner, free, cutoff, config)
                                .chain(batch -> pool.withTransaction(tx -> start(tx, scanner, batch, config))));
    }

    private Uni<Integer> start(SqlClient tx, SweptScanner scanner, Batch batch, SweepConfig config) {
        return room.hold(tx, scanner.key())
                .chain(() -> unchanged(tx, scanner))
                .chain(same -> same
                        ? room.of(tx, scanner.key(), config).chain(free -> start(tx, scanner, batch.within(free)))
                        : Uni.createFrom().item(0));
    }

    private Uni<Integer> start(SqlClient tx, SweptScanner scanner, Batch batch) {
        if (batch.limit() <= 0) {
            return Uni.createFrom().item(0);
        }
        List<Start> starts = batch.candidates().stream()
                .map(candidate -> start(scanner, candidate))
                .toList();
        return starter.startAll(tx, starts).call(() -> advance(tx, scanner, batch.watermark()));
    }

    private static Start start(SweptScanner scanner, Candidate candidate) {
        return new Start(
                scanner.key().projectId(),
                scanner.key().id(),
                scanner.snapshot(),
                candidate.sessionId(),
                Trigger.SCHEDULE);
    }

    private static Uni<Boolean> unchanged(SqlClient tx, SweptScanner scanner) {
        return tx.preparedQuery(SweepQueries.LOCK_UNCHANGED)
                .execute(Tuple.of(
                        scanner.key().projectId(),
                        scanner.key().id(),
                        scanner.snapshot().scannerVersion(),
                        Rows.parameter(scanner.watermark().end()),
                        scanner.watermark().sessionId()))
                .map(rows -> rows.size() == 1);
    }

    private static Uni<Void> advance(SqlClient tx, SweptScanner scanner, Watermark to) {
        return tx.preparedQuery(SweepQueries.ADVANCE)
                .execute(Tuple.of(
                        scanner.key().projectId(), scanner.key().id(), Rows.parameter(to.end()), to.sessionId()))
                .replaceWithVoid();
    }
}
