package dev.sightline.servers;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder a server keeps its files in, locked against a second server while open. The lock dies with the process, so
 * a killed one never blocks its successor.
 */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path) throws IOException {
        this.path = path;
        this.lock = lock(Files.createDirectories(path).resolve("lock"));
    }

    /**
     * Locks the folder and makes it if it is missing.
     *
     * @throws IOException if a living server holds it
     */
    static DataFolder open(Path path) throws IOException {
        return new DataFolder(path.toAbsolutePath());
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new IOException("The data folder " + file.getParent() + " is in use by another process");
        }
        return channel;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
