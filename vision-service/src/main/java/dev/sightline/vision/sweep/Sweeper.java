package dev.sightline.vision.sweep;

import dev.sightline.sql.Rows;
import dev.sightline.vision.filter.InvalidSessionFilter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Gives every enabled scanner its turn, interval after interval. Every replica may run it: a turn is claimed under a lock
 * that others skip. A scanner whose sweep fails keeps its watermark and gets its next turn like any other.
 */
@ApplicationScoped
class Sweeper {

    private static final Logger LOG = Logger.getLogger(Sweeper.class);

    private final Pool pool;
    private final Sweep sweep;
    private final SweepConfig config;
    private final Clock clock;
    private final Counter started;
    private final Counter failed;

    Sweeper(Pool pool, Sweep sweep, SweepConfig config, Clock clock, MeterRegistry metrics) {
        this.pool = pool;
        this.sweep = sweep;
        this.config = config;
        this.clock = clock;
        this.started = Counter.builder("sightline.vision.sweep.started")
                .description("observations started without being asked for")
                .register(metrics);
        this.failed = Counter.builder("sightline.vision.sweep.failed")
                .description("sweeps that ended with an error")
                .register(metrics);
    }

    /** Sweeps scanner after scanner until nobody's turn is left. */
    @Scheduled(
            every = "${sightline.vision.sweep.tick:5s}",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "sweeper")
    Uni<Void> sweepAll() {
        return claim().chain(next -> next.map(scanner -> sweep(scanner).chain(this::sweepAll))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Optional<SweptScanner>> claim() {
        Instant now = clock.instant();
        return pool.preparedQuery(SweepQueries.CLAIM)
                .execute(Tuple.of(Rows.parameter(now), Rows.parameter(now.plus(config.interval()))))
                .map(rows -> Rows.first(rows, SweptScanner::read));
    }

    private Uni<Void> sweep(SweptScanner scanner) {
        return Uni.createFrom()
                .deferred(() -> sweep.of(scanner, config))
                .invoke(count -> started.increment(count))
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> failed(scanner, failure));
    }

    private Void failed(SweptScanner scanner, Throwable failure) {
        failed.increment();
        if (failure instanceof InvalidSessionFilter) {
            LOG.warnf("scanner query is unreadable scanner_id=%s", scanner.key().id());
        } else {
            LOG.errorf(
                    failure,
                    "sweep failed project_id=%d scanner_id=%s",
                    scanner.key().projectId(),
                    scanner.key().id());
        }
        return null;
    }
}
