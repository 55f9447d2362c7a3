package dev.sightline.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The main process of a Postgres server, as the lock file in its data folder names it. When the JVM that started it was
 * killed it goes on alone, holding port and folder.
 *
 * @param lock the server's {@code postmaster.pid}
 */
record Postmaster(Path lock) {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long POLL_MILLIS = 20;

    static Postmaster of(Path cluster) {
        return new Postmaster(cluster.resolve("postmaster.pid"));
    }

    /** Stops what still runs on the folder; without a running server nothing happens. */
    void stop() throws IOException, InterruptedException {
        Optional<ProcessHandle> running = running();
        if (running.isPresent()) {
            // INT is "disconnect everybody and stop"; the TERM that Java sends would wait for the clients to leave.
            signal(running.get(), "-INT");
            if (!unlocked()) {
                throw new IOException("Postgres process " + running.get().pid() + " does not stop; it holds " + lock);
            }
        }
    }

    private Optional<ProcessHandle> running() throws IOException {
        return Files.exists(lock)
                ? ProcessHandle.of(
                                Long.parseLong(Files.readAllLines(lock).get(0).trim()))
                        .filter(this::isOurs)
                : Optional.empty();
    }

    /** The system may have given the number of a dead server to somebody else. */
    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains(lock.getParent().toString()))
                .isPresent();
    }

    private static void signal(ProcessHandle process, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** A stopped server takes its lock file away. Its process may stay as a zombie where nobody reaps orphans. */
    private boolean unlocked() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (Files.exists(lock) && System.nanoTime() < end) {
            Thread.sleep(POLL_MILLIS);
        }
        return !Files.exists(lock);
    }
}
