package dev.sightline.local.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a killed runner left behind: its parts end by themselves, but that takes a moment. */
record Predecessor(ProcessList processes) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    void awaitEnd() throws IOException, InterruptedException {
        for (ProcessHandle process : processes.living().values()) {
            awaitEnd(process);
        }
    }

    private static void awaitEnd(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
