package dev.sightline.local.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the scripts of {@code deploy/local} with an environment. */
record Script(Map<String, String> environment) {

    /** The root of the repository. */
    static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    /** As a terminal starts it: a build that runs in the background hands down that Ctrl-C is ignored. */
    private static final List<String> TERMINAL =
            Files.exists(Path.of("/proc")) ? List.of("env", "--default-signal=INT") : List.of();

    /** What a script did: its exit code, and everything it printed. */
    record Run(int exitCode, String output) {}

    /** Runs a script from a folder that has nothing to do with it, and waits for its end. */
    Run run(String name, String... arguments) {
        List<String> command = new ArrayList<>(TERMINAL);
        command.add(HOME.resolve("deploy/local").resolve(name).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(Path.of("/").toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("SIGHTLINE_"));
        builder.environment().putAll(environment);
        return await(builder);
    }

    private static Run await(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
