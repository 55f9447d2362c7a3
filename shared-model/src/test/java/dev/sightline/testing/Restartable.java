package dev.sightline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.ToIntFunction;

/** A server that a test may stop and start again: the port and the data stay. */
public final class Restartable<S extends AutoCloseable> {

    /** How the server starts; port 0 means a free one. */
    interface Starter<S> {
        S start(Path data, int port) throws IOException;
    }

    private final Starter<S> starter;
    private final Path data;
    private final int port;
    private S server;

    Restartable(Starter<S> starter, Path data, ToIntFunction<S> portOf) throws IOException {
        this.starter = starter;
        this.data = data;
        this.server = starter.start(data, 0);
        this.port = portOf.applyAsInt(server);
    }

    S server() {
        return server;
    }

    /** Stops the server; a stopped one stays stopped. */
    public void stop() {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts it again after {@link #stop}. */
    public void start() {
        try {
            server = starter.start(data, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
