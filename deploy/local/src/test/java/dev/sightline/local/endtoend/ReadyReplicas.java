package dev.sightline.local.endtoend;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The replicas of a service that said they are ready when they were last asked, which is every quarter of a second. */
final class ReadyReplicas implements AutoCloseable {

    private static final long INTERVAL_MS = 250;

    private final List<Replica> replicas;
    private final AtomicInteger turn = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private volatile List<Replica> ready;

    ReadyReplicas(List<Replica> replicas) {
        this.replicas = replicas;
        this.ready = replicas;
        clock.scheduleWithFixedDelay(this::look, 0, INTERVAL_MS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        ready = replicas.stream().filter(Replica::isReady).toList();
    }

    /** One after the other. */
    Replica next() {
        List<Replica> choice = ready;
        return choice.get(Math.floorMod(turn.getAndIncrement(), choice.size()));
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
