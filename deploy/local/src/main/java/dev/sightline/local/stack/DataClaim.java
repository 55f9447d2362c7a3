package dev.sightline.local.stack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The claim of one runner on a data folder: a locked file with the runner's process id. The lock dies with the process,
 * so that the claim of a killed runner is none.
 */
final class DataClaim implements AutoCloseable {

    private static final String FILE = "runner.pid";

    /** Stays when the folder is emptied: the runner itself may be writing there. */
    private static final String LOGS = "logs";

    private final Path data;
    private final boolean usedBefore;
    private final FileChannel channel;

    private DataClaim(Path data, boolean usedBefore, FileChannel channel) {
        this.data = data;
        this.usedBefore = usedBefore;
        this.channel = channel;
    }

    /** Claims a folder for this process, making it if needed; empty if another one runs on it. */
    static Optional<DataClaim> take(Path data) throws IOException {
        Files.createDirectories(data);
        boolean usedBefore = Files.exists(data.resolve(FILE));
        FileChannel channel = FileChannel.open(data.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return Optional.empty();
        }
        byte[] pid = ("" + ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0).write(ByteBuffer.wrap(pid));
        return Optional.of(new DataClaim(data, usedBefore, channel));
    }

    /** The runner that has claimed a folder. */
    static Optional<ProcessHandle> holder(Path data) throws IOException {
        Path file = data.resolve(FILE);
        return Files.exists(file) && isLocked(file) ? PidFile.read(file) : Optional.empty();
    }

    private static boolean isLocked(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        }
    }

    /**
     * Deletes what the folder holds.
     *
     * @throws StackFailure if Sightline never ran on it, for then its content is somebody else's
     */
    void empty() throws IOException, StackFailure {
        List<Path> content = content();
        if (!usedBefore && !content.isEmpty()) {
            throw new StackFailure(data + " is no data folder of Sightline's; it is not emptied");
        }
        for (Path path : content) {
            delete(path);
        }
    }

    private List<Path> content() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file ->
                            !Set.of(FILE, LOGS).contains(file.getFileName().toString()))
                    .toList();
        }
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
