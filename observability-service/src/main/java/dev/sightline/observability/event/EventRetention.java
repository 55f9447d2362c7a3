package dev.sightline.observability.event;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the partitions in step with the calendar. */
@ApplicationScoped
class EventRetention {

    private final EventPartitions partitions;

    EventRetention(EventPartitions partitions) {
        this.partitions = partitions;
    }

    /** Every replica may run it at any time. */
    @Scheduled(
            identity = "event-partitions",
            every = "${sightline.events.partition-interval:1h}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> turn() {
        return partitions.ensureAhead().chain(partitions::dropExpired);
    }
}
