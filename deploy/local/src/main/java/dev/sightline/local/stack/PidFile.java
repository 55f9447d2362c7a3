package dev.sightline.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A file whose first line is the number of a process. */
final class PidFile {

    private PidFile() {}

    /** The process, if there is such a file and the process lives. */
    static Optional<ProcessHandle> read(Path file) throws IOException {
        try {
            return ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file).get(0).trim()))
                    .filter(ProcessHandle::isAlive);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
