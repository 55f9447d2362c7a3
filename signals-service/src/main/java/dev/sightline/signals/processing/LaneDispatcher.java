package dev.sightline.signals.processing;

import dev.sightline.signals.processing.Lanes.Claim;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Works on the lanes that are due, several at a time, each by one worker, and keeps their leases meanwhile. */
@ApplicationScoped
class LaneDispatcher {

    private static final Logger LOG = Logger.getLogger(LaneDispatcher.class);
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final Lanes lanes;
    private final LaneRound round;
    private final ProcessingConfig config;
    private final Set<Integer> atWork = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean open = new AtomicBoolean();

    LaneDispatcher(Vertx vertx, Lanes lanes, LaneRound round, ProcessingConfig config) {
        this.vertx = vertx;
        this.lanes = lanes;
        this.round = round;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        open.set(true);
        vertx.setPeriodic(config.tick().toMillis(), timer -> look());
        vertx.setPeriodic(config.lease().toMillis() / 3, timer -> keep());
    }

    /** Lets other replicas go on at once. */
    void stop(@Observes ShutdownEvent event) {
        open.set(false);
        lanes.release()
                .onFailure()
                .invoke(failure -> LOG.infof("Leases run out by themselves cause=%s", failure))
                .onFailure()
                .recoverWithNull()
                .await()
                .atMost(GOODBYE);
    }

    /** Looks for lanes that are due unless a look is under way or all workers are busy. */
    void look() {
        int free = config.lanes() - atWork.size();
        if (open.get() && free > 0 && looking.compareAndSet(false, true)) {
            lanes.claim(free, atWork)
                    .eventually(() -> looking.set(false))
                    .subscribe()
                    .with(this::begin, failure -> LOG.debugf(failure, "Lanes not read"));
        }
    }

    private void begin(List<Claim> claims) {
        claims.stream().filter(claim -> atWork.add(claim.projectId())).forEach(this::work);
    }

    private void work(Claim claim) {
        Uni.createFrom()
                .deferred(() -> round.run(claim))
                .eventually(() -> atWork.remove(claim.projectId()))
                .subscribe()
                .with(
                        done -> look(),
                        failure -> LOG.warnf("Lane stopped project=%d cause=%s", claim.projectId(), failure));
    }

    private void keep() {
        if (!atWork.isEmpty()) {
            lanes.renew(atWork).subscribe().with(kept -> {}, failure -> LOG.debugf(failure, "Leases not renewed"));
        }
    }
}
