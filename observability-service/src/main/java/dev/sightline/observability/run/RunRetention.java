package dev.sightline.observability.run;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets runs after a while. */
@ApplicationScoped
class RunRetention {

    private final RunQueue queue;
    private final RunConfig config;
    private final Clock clock;

    RunRetention(RunQueue queue, RunConfig config, Clock clock) {
        this.queue = queue;
        this.config = config;
        this.clock = clock;
    }

    /** Every replica may run it at any time. */
    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP, identity = "evaluation-run-retention")
    Uni<Void> turn() {
        return queue.expire(clock.instant().minus(Duration.ofDays(config.retentionDays())));
    }
}
