package dev.sightline.operation;

import dev.sightline.messaging.StopOrder;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Work that goes on after its message was acknowledged: jobs and runs that hold a lease. A stop begins no more of it and
 * lets what is in hand come to its end; what takes too long is left to the replica that finds its lease run out.
 */
@ApplicationScoped
public class WorkInHand {

    private static final Logger LOG = Logger.getLogger(WorkInHand.class);
    private static final long POLL_MILLIS = 20;

    private final Duration patience;
    private final AtomicInteger pieces = new AtomicInteger();
    private final AtomicBoolean open = new AtomicBoolean(true);

    WorkInHand(@ConfigProperty(name = "sightline.stop.work-patience") Duration patience) {
        this.patience = patience;
    }

    /** Whether new work may begin. */
    public boolean isOpen() {
        return open.get();
    }

    /** The same work, which a stop waits for while somebody is subscribed to it. */
    public <T> Uni<T> inHand(Uni<T> work) {
        return Uni.createFrom().deferred(() -> {
            pieces.incrementAndGet();
            return work.onTermination().invoke(pieces::decrementAndGet);
        });
    }

    void close(@Observes @Priority(StopOrder.WORKERS) ShutdownEvent stopping) {
        open.set(false);
    }

    void await(@Observes @Priority(StopOrder.WORK_IN_HAND) ShutdownEvent stopping) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (pieces.get() > 0 && System.nanoTime() < end) {
            Thread.sleep(POLL_MILLIS);
        }
        if (pieces.get() > 0) {
            LOG.infof("Work is left to other replicas pieces=%d", pieces.get());
        }
    }
}
