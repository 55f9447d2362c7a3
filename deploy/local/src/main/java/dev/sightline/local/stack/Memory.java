package dev.sightline.local.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The resident memory of processes, in KiB. */
final class Memory {

    private static final String SHARE = "Pss:";

    private Memory() {}

    /** What a process holds, pages that it shares included. */
    static long resident(ProcessHandle process) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", "" + process.pid()).start();
        try (BufferedReader lines = ps.inputReader()) {
            return lines.lines().mapToLong(line -> Long.parseLong(line.trim())).sum();
        }
    }

    /**
     * What a process and its descendants hold together. Where the system tells (Linux), a page that several of them
     * share counts once: the processes of Postgres share most of theirs.
     */
    static long together(ProcessHandle process) throws IOException {
        long sum = 0;
        for (ProcessHandle one :
                Stream.concat(Stream.of(process), process.descendants()).toList()) {
            sum += share(one);
        }
        return sum;
    }

    private static long share(ProcessHandle process) throws IOException {
        Path file = Path.of("/proc", "" + process.pid(), "smaps_rollup");
        if (!Files.isReadable(file)) {
            return resident(process);
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(SHARE))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }
    }
}
