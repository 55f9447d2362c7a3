package dev.sightline.signals.processing;

import dev.sightline.messaging.StopOrder;
import dev.sightline.operation.WorkInHand;
import dev.sightline.signals.processing.Crew.Rhythm;
import dev.sightline.signals.processing.Crew.Trade;
import dev.sightline.signals.processing.Lanes.Claim;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Works on the lanes that are due, each of which is one project's. */
@ApplicationScoped
class LaneDispatcher implements Trade<Integer, Claim> {

    private static final Logger LOG = Logger.getLogger(LaneDispatcher.class);
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final Lanes lanes;
    private final LaneRound round;
    private final WorkInHand work;
    private final Crew<Integer, Claim> crew;

    LaneDispatcher(Vertx vertx, Lanes lanes, LaneRound round, WorkInHand work, ProcessingConfig config) {
        this.lanes = lanes;
        this.round = round;
        this.work = work;
        this.crew = new Crew<>(vertx, new Rhythm(config.tick(), config.lease(), config.lanes()), this);
    }

    void start(@Observes StartupEvent event) {
        crew.start();
    }

    void stop(@Observes @Priority(StopOrder.WORKERS) ShutdownEvent event) {
        crew.stop();
    }

    /** Lets other replicas go on at once. */
    void release(@Observes @Priority(StopOrder.AFTERWARDS) ShutdownEvent event) {
        lanes.release()
                .onFailure()
                .invoke(failure -> LOG.infof("Leases run out by themselves cause=%s", failure))
                .onFailure()
                .recoverWithNull()
                .await()
                .atMost(GOODBYE);
    }

    @Override
    public Uni<List<Claim>> claim(int most, Set<Integer> atWork) {
        return lanes.claim(most, atWork);
    }

    @Override
    public Integer key(Claim lane) {
        return lane.projectId();
    }

    @Override
    public Uni<Void> run(Claim lane) {
        return work.inHand(round.run(lane));
    }

    @Override
    public Uni<Void> keep(Set<Integer> atWork) {
        return lanes.renew(atWork);
    }
}
