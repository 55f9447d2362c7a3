package dev.sightline.local.stack;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A part that has been started. */
final class RunningPart {

    /** Ctrl-C reaches every process of a terminal; the parts leave it to the runner, which stops them in order. */
    private static final List<String> DEAF_TO_CTRL_C = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private final Part part;
    private final Process process;

    private RunningPart(Part part, Process process) {
        this.part = part;
        this.process = process;
    }

    /** Starts a part with an empty log; the log of its former life stays beside it. */
    static RunningPart start(Part part) throws IOException {
        keepFormer(part.log());
        List<String> command = new ArrayList<>(DEAF_TO_CTRL_C);
        command.addAll(part.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(part.log().toFile()));
        builder.environment().putAll(part.environment());
        return new RunningPart(part, builder.start());
    }

    private static void keepFormer(Path log) throws IOException {
        Files.createDirectories(log.getParent());
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    Part part() {
        return part;
    }

    String name() {
        return part.name();
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean isReady() {
        return part.readiness().reached();
    }

    int exitCode() {
        return process.exitValue();
    }

    void onExit(Consumer<RunningPart> action) {
        process.onExit().thenRun(() -> action.accept(this));
    }

    /** Asks the process to end. */
    void terminate() {
        process.destroy();
    }

    /** Waits for the end, and forces it when patience is over. */
    void awaitEnd(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
