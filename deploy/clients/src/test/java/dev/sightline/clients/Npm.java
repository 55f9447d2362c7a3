package dev.sightline.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packages that a folder's lock file names. */
final class Npm {

    private static final List<String> COMMAND = List.of(
            "npm",
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--fetch-retries=4",
            "--fetch-retry-maxtimeout=10000");
    private static final long PATIENCE_MINUTES = 3;
    private static final int SHOWN_LINES = 12;

    private Npm() {}

    /**
     * Installs them, unless they are there.
     *
     * @throws IOException if they cannot be had, with what npm says of it
     */
    static void install(Path folder) throws IOException {
        if (!isInstalled(folder)) {
            Path log = Files.createDirectories(Path.of("target")).resolve("npm.log");
            int exitCode = run(folder, log);
            if (exitCode != 0) {
                throw new IOException(
                        "npm ci in %s ended with %d, so no client can run. The registry must be reachable; npm says:%n%s"
                                .formatted(folder.toAbsolutePath().normalize(), exitCode, end(log)));
            }
        }
    }

    /** npm notes what it installed in a file of its own. */
    private static boolean isInstalled(Path folder) throws IOException {
        Path installed = folder.resolve("node_modules/.package-lock.json");
        return Files.exists(installed)
                && Files.getLastModifiedTime(installed)
                                .compareTo(Files.getLastModifiedTime(folder.resolve("package-lock.json")))
                        >= 0;
    }

    private static int run(Path folder, Path log) throws IOException {
        Process npm = new ProcessBuilder(COMMAND)
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!npm.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException(
                        "npm ci takes longer than %d minutes; it says:%n%s".formatted(PATIENCE_MINUTES, end(log)));
            }
            return npm.exitValue();
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            npm.descendants().forEach(ProcessHandle::destroy);
            npm.destroy();
        }
    }

    private static String end(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
    }
}
