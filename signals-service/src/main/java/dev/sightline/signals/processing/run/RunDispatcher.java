package dev.sightline.signals.processing.run;

import dev.sightline.messaging.StopOrder;
import dev.sightline.operation.WorkInHand;
import dev.sightline.signals.processing.Crew;
import dev.sightline.signals.processing.Crew.Rhythm;
import dev.sightline.signals.processing.Crew.Trade;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Runs reports that were chosen. */
@ApplicationScoped
class RunDispatcher implements Trade<UUID, Started> {

    private final Runs runs;
    private final ReportRun report;
    private final WorkInHand work;
    private final Crew<UUID, Started> crew;

    RunDispatcher(Vertx vertx, Runs runs, ReportRun report, WorkInHand work, RunConfig config) {
        this.runs = runs;
        this.report = report;
        this.work = work;
        this.crew = new Crew<>(vertx, new Rhythm(config.tick(), config.lease(), config.parallel()), this);
    }

    void start(@Observes StartupEvent event) {
        crew.start();
    }

    void stop(@Observes @Priority(StopOrder.WORKERS) ShutdownEvent event) {
        crew.stop();
    }

    @Override
    public Uni<List<Started>> claim(int most, Set<UUID> atWork) {
        return runs.begin(most);
    }

    @Override
    public UUID key(Started started) {
        return started.run().id();
    }

    @Override
    public Uni<Void> run(Started started) {
        return work.inHand(report.run(started));
    }

    @Override
    public Uni<Void> keep(Set<UUID> atWork) {
        return runs.keep(atWork);
    }
}
