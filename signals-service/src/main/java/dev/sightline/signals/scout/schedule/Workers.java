package dev.sightline.signals.scout.schedule;

import dev.sightline.messaging.StopOrder;
import dev.sightline.operation.WorkInHand;
import dev.sightline.signals.scout.run.ScoutRun;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/** Takes waiting runs and has them carried out: those that compute in batches, those that ask a model one by one. */
@ApplicationScoped
class Workers {

    private final Vertx vertx;
    private final WorkInHand work;
    private final WorkerConfig config;
    private final Rounds computing;
    private final Rounds asking;
    private final AtomicBoolean open = new AtomicBoolean();

    Workers(Vertx vertx, WorkerConfig config, DetectorRuns detectors, ModelRuns models, WorkInHand work) {
        this.vertx = vertx;
        this.work = work;
        this.config = config;
        this.computing = new Rounds(
                "Taking runs of detectors",
                config.parallel(),
                () -> work(() -> detectors.take(config.batch()), detectors::carryOut));
        this.asking =
                new Rounds("Taking runs of models", config.conversations(), () -> work(models::take, models::carryOut));
    }

    void start(@Observes StartupEvent event) {
        open.set(true);
        vertx.setPeriodic(config.poll().toMillis(), timer -> look());
    }

    void stop(@Observes @Priority(StopOrder.WORKERS) ShutdownEvent event) {
        open.set(false);
    }

    private void look() {
        computing.begin();
        asking.begin();
    }

    /** Whether there was anything to take. */
    private Uni<Boolean> work(Supplier<Uni<List<ScoutRun>>> taking, Function<List<ScoutRun>, Uni<Void>> carrying) {
        return open.get()
                ? taking.get()
                        .flatMap(taken -> taken.isEmpty()
                                ? Uni.createFrom().item(false)
                                : work.inHand(carrying.apply(taken)).replaceWith(true))
                : Uni.createFrom().item(false);
    }
}
