package dev.sightline.local.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** The file in the data folder that names the processes of the parts, for {@code status} and for a successor. */
record ProcessList(Path file) {

    static ProcessList in(Path data) {
        return new ProcessList(data.resolve("processes"));
    }

    void write(Map<String, Long> pids) throws IOException {
        Properties list = new Properties();
        pids.forEach((name, pid) -> list.setProperty(name, "" + pid));
        try (Writer writer = Files.newBufferedWriter(file)) {
            list.store(writer, null);
        }
    }

    /** The processes that still live, by the name of their part. */
    Map<String, ProcessHandle> living() throws IOException {
        Map<String, ProcessHandle> living = new TreeMap<>();
        if (Files.exists(file)) {
            read().forEach((name, pid) -> find((String) pid).ifPresent(process -> living.put((String) name, process)));
        }
        return living;
    }

    private Properties read() throws IOException {
        Properties list = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            list.load(reader);
        }
        return list;
    }

    /** The system may have given the number of an ended process to somebody else. */
    private static Optional<ProcessHandle> find(String pid) {
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().commandLine().orElse("").contains("sightline-local"));
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }
}
