package dev.sightline.local.stack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Waits until started parts are ready, and tells how far they are. */
final class Startup {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Duration REMINDER = Duration.ofSeconds(10);
    private static final long POLL_MS = 50;

    private final Progress progress;
    private final Duration start;

    Startup(Progress progress) {
        this.progress = progress;
        this.start = progress.elapsed();
    }

    void await(List<RunningPart> parts) throws StackFailure, InterruptedException {
        List<RunningPart> pending = new ArrayList<>(parts);
        Duration remind = start.plus(REMINDER);
        while (!pending.isEmpty()) {
            requireAlive(pending);
            settle(pending);
            if (!pending.isEmpty() && progress.elapsed().compareTo(remind) > 0) {
                progress.step("still waiting for " + names(pending));
                remind = remind.plus(REMINDER);
            }
            Thread.sleep(POLL_MS);
        }
    }

    private void requireAlive(List<RunningPart> pending) throws StackFailure {
        for (RunningPart part : pending) {
            if (!part.isAlive()) {
                throw failure(part, part.name() + " ended with exit code " + part.exitCode());
            }
            if (progress.elapsed().minus(start).compareTo(LIMIT) > 0) {
                throw failure(part, part.name() + " is not ready after " + LIMIT.toSeconds() + " s");
            }
        }
    }

    private static StackFailure failure(RunningPart part, String what) {
        return StackFailure.of(what, part.part().log());
    }

    private void settle(List<RunningPart> pending) {
        List<RunningPart> ready = pending.stream().filter(RunningPart::isReady).toList();
        ready.forEach(part -> progress.step(part.name() + " ready"));
        pending.removeAll(ready);
    }

    private static String names(List<RunningPart> parts) {
        return parts.stream().map(RunningPart::name).collect(Collectors.joining(", "));
    }
}
