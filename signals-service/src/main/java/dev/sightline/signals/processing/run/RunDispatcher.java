package dev.sightline.signals.processing.run;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Runs reports that were chosen, several at a time, keeps their runs meanwhile and reaps those of lost replicas. */
@ApplicationScoped
class RunDispatcher {

    private static final Logger LOG = Logger.getLogger(RunDispatcher.class);

    private final Vertx vertx;
    private final Runs runs;
    private final ReportRun report;
    private final Conclusions conclusions;
    private final RunConfig config;
    private final Set<UUID> atWork = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean open = new AtomicBoolean();

    RunDispatcher(Vertx vertx, Runs runs, ReportRun report, Conclusions conclusions, RunConfig config) {
        this.vertx = vertx;
        this.runs = runs;
        this.report = report;
        this.conclusions = conclusions;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        open.set(true);
        vertx.setPeriodic(config.tick().toMillis(), timer -> look());
        vertx.setPeriodic(config.lease().toMillis() / 3, timer -> keep());
    }

    void stop(@Observes ShutdownEvent event) {
        open.set(false);
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> reap() {
        return conclusions.reap();
    }

    private void look() {
        int free = config.parallel() - atWork.size();
        if (open.get() && free > 0 && looking.compareAndSet(false, true)) {
            runs.begin(free)
                    .eventually(() -> looking.set(false))
                    .subscribe()
                    .with(this::work, failure -> LOG.debugf(failure, "Candidates not read"));
        }
    }

    private void work(List<Started> started) {
        started.forEach(this::work);
    }

    private void work(Started started) {
        atWork.add(started.run().id());
        Uni.createFrom()
                .deferred(() -> report.run(started))
                .eventually(() -> atWork.remove(started.run().id()))
                .subscribe()
                .with(done -> look(), failure -> LOG.warnf("Run left to run out cause=%s", failure));
    }

    private void keep() {
        if (!atWork.isEmpty()) {
            runs.keep(atWork).subscribe().with(kept -> {}, failure -> LOG.debugf(failure, "Runs not kept"));
        }
    }
}
