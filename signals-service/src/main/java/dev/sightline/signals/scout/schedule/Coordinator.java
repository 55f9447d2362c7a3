package dev.sightline.signals.scout.schedule;

import dev.sightline.signals.scout.ScoutDefaults;
import dev.sightline.signals.scout.run.RunStore;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/**
 * Dispatches scouts when their time has come (spec/scouts.md 9). The day is divided into ticks; each is dispatched in one
 * transaction by the replica that takes it first, so that nothing is dispatched twice and a lost replica's tick is taken
 * by another.
 */
@ApplicationScoped
public class Coordinator {

    private final Ticks ticks;
    private final RunStore runs;
    private final ScoutDefaults defaults;
    private final Clock clock;

    Coordinator(Ticks ticks, RunStore runs, ScoutDefaults defaults, Clock clock) {
        this.ticks = ticks;
        this.runs = runs;
        this.defaults = defaults;
        this.clock = clock;
    }

    @Scheduled(every = "${sightline.scouts.look:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return defaults.automatic()
                ? tick(slot()).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    @Scheduled(every = "60s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> reap() {
        return runs.reap().replaceWithVoid();
    }

    /** The beginning of the tick that it is now. */
    private Instant slot() {
        long length = Math.max(1, defaults.tick().toMillis());
        return Instant.ofEpochMilli(clock.millis() / length * length);
    }

    /** Dispatches a tick unless that has been done; how many runs were queued. */
    public Uni<Integer> tick(Instant tick) {
        return ticks.take(tick);
    }
}
