package dev.sightline.signals.scout.schedule;

import dev.sightline.signals.scout.detector.Clue;
import dev.sightline.signals.scout.detector.Detector;
import dev.sightline.signals.scout.detector.Facts;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs detectors on threads of their own, so that one that hangs holds up nothing but itself. */
@ApplicationScoped
class Computation {

    private final ExecutorService threads = Executors.newCachedThreadPool(Computation::thread);
    private final Map<String, Detector> detectors;
    private final WorkerConfig config;

    Computation(@All List<Detector> detectors, WorkerConfig config) {
        this.detectors = detectors.stream().collect(Collectors.toMap(Detector::skillName, Function.identity()));
        this.config = config;
    }

    /** What does the work of a scout. */
    Optional<Detector> detector(String skillName) {
        return Optional.ofNullable(detectors.get(skillName));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "scout-detector");
        thread.setDaemon(true);
        return thread;
    }

    /** The detector's clues; fails with what it throws, or when it takes too long. */
    Uni<List<Clue>> run(Detector detector, Facts facts) {
        Duration time = config.detectorTime();
        return Uni.createFrom()
                .<List<Clue>>emitter(emitter -> start(detector, facts, emitter))
                .ifNoItem()
                .after(time)
                .failWith(() ->
                        new IllegalStateException("it did not finish within " + time.toMillis() / 1000.0 + " seconds"));
    }

    private void start(Detector detector, Facts facts, UniEmitter<? super List<Clue>> emitter) {
        Future<?> work = threads.submit(() -> compute(detector, facts, emitter));
        emitter.onTermination(() -> work.cancel(true));
    }

    /** Whatever goes wrong in a detector is that run's failure and nobody else's. */
    private static void compute(Detector detector, Facts facts, UniEmitter<? super List<Clue>> emitter) {
        try {
            emitter.complete(detector.detect(facts));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            emitter.fail(failure);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
