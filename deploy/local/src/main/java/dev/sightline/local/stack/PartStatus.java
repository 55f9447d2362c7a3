package dev.sightline.local.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a part is doing.
 *
 * @param ready whether it answers; parts without a readiness check count as ready while they live
 */
public record PartStatus(String name, ProcessHandle process, boolean ready) {

    /** Resident memory in KiB: of Postgres, with all its processes. */
    public long residentKib() throws IOException {
        Stream<ProcessHandle> all =
                name.equals("postgres") ? Stream.concat(Stream.of(process), process.descendants()) : Stream.of(process);
        String pids = all.map(handle -> "" + handle.pid()).collect(Collectors.joining(","));
        try (BufferedReader lines =
                new ProcessBuilder("ps", "-o", "rss=", "-p", pids).start().inputReader()) {
            return lines.lines().mapToLong(line -> Long.parseLong(line.trim())).sum();
        }
    }
}
