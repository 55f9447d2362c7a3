package dev.sightline.observability.evaluation.program;

import dev.sightline.messaging.CallerContext;
import dev.sightline.observability.hog.HogEvaluation;
import dev.sightline.observability.hog.Verdict;
import dev.sightline.observability.hog.vm.Globals;
import dev.sightline.observability.hog.vm.Limits;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Runs programs away from the threads that serve everybody. */
@ApplicationScoped
public class ProgramRunner {

    private final ExecutorService threads;
    private final Limits limits;
    private volatile boolean closing;

    ProgramRunner(ProgramConfig config) {
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(
                config.threads().orElse(Runtime.getRuntime().availableProcessors()),
                work -> daemon(work, number.incrementAndGet()));
        this.limits = Limits.standard().withTime(config.time());
    }

    private static Thread daemon(Runnable work, int number) {
        Thread thread = new Thread(work, "evaluation-program-" + number);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Judges an event. Programs wait for a thread in the order they came.
     *
     * @param cancelled asked often; true ends the run
     */
    public Uni<Verdict> judge(HogEvaluation evaluation, Globals event, BooleanSupplier cancelled) {
        Limits own = limits.cancelledBy(() -> closing || cancelled.getAsBoolean());
        return Uni.createFrom()
                .item(() -> cancelled.getAsBoolean()
                        ? new Verdict.Interrupted("The time was over before it began.")
                        : evaluation.judge(event, own))
                .runSubscriptionOn(threads)
                .emitOn(CallerContext.executor());
    }

    @PreDestroy
    void close() {
        closing = true;
        threads.shutdown();
    }
}
