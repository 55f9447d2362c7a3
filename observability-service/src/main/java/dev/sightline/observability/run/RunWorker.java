package dev.sightline.observability.run;

import dev.sightline.observability.run.judge.ErrorType;
import dev.sightline.operation.WorkInHand;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Carries out the runs this replica has taken, and keeps their leases while it does. */
@ApplicationScoped
class RunWorker {

    private static final Logger LOG = Logger.getLogger(RunWorker.class);

    private static final Outcome TIMED_OUT =
            Outcome.Failed.of(ErrorType.PROVIDER_UNAVAILABLE, "The run took longer than a run may take.");

    private final RunQueue queue;
    private final RunJob job;
    private final RunEnd end;
    private final WorkInHand work;
    private final RunConfig config;
    private final MeterRegistry metrics;
    private final AtomicInteger running;

    RunWorker(RunQueue queue, RunJob job, RunEnd end, WorkInHand work, RunConfig config, MeterRegistry metrics) {
        this.queue = queue;
        this.job = job;
        this.end = end;
        this.work = work;
        this.config = config;
        this.metrics = metrics;
        this.running = metrics.gauge("sightline.evaluations.runs.running", new AtomicInteger());
    }

    /** Keeps places free for runs about to be taken, up to so many; give back those that are not used. */
    int reserve(int most) {
        int free = running.getAndUpdate(taken -> taken + granted(taken, most));
        return granted(free, most);
    }

    private int granted(int taken, int most) {
        return work.isOpen() ? Math.max(0, Math.min(most, config.concurrency() - taken)) : 0;
    }

    void giveBack(int places) {
        running.addAndGet(-places);
    }

    /** Carries out a run on a place that was reserved; {@code done} is called when the place is free again. */
    void begin(Run run, Runnable done) {
        Cancellable heartbeat = heartbeat(run);
        work.inHand(outcome(run))
                .onTermination()
                .invoke(() -> finished(heartbeat, done))
                .subscribe()
                .with(this::count, failure -> {});
    }

    private Uni<Outcome> outcome(Run run) {
        return job.run(run)
                .ifNoItem()
                .after(config.timeout())
                .recoverWithItem(TIMED_OUT)
                .call(outcome -> end.end(run, outcome))
                .onFailure()
                .call(failure -> unfinished(run, failure));
    }

    private Cancellable heartbeat(Run run) {
        return Multi.createFrom()
                .ticks()
                .startingAfter(config.lease().dividedBy(3))
                .every(config.lease().dividedBy(3))
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(
                        tick -> queue.extend(run).onFailure().recoverWithNull())
                .subscribe()
                .with(extended -> {});
    }

    private void finished(Cancellable heartbeat, Runnable done) {
        heartbeat.cancel();
        giveBack(1);
        done.run();
    }

    private void count(Outcome outcome) {
        metrics.counter(
                        "sightline.evaluations.runs",
                        "status",
                        outcome.status(),
                        "error",
                        String.valueOf(outcome.type()))
                .increment();
    }

    private Uni<Void> unfinished(Run run, Throwable failure) {
        LOG.warnf(failure, "evaluation run begins again project_id=%d run_id=%s", run.projectId(), run.id());
        return queue.giveBack(run).onFailure().recoverWithNull();
    }
}
