package dev.sightline.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Loopback ports. */
public final class Ports {

    static final String LOOPBACK = "127.0.0.1";

    private static final int FIRST = 10_000;
    private static final int LAST = 32_000;
    private static final int ATTEMPTS = 1_000;

    private Ports() {}

    /** The port itself, or a free one if it is 0. */
    static int choose(int port) throws IOException {
        return port == 0 ? free() : port;
    }

    /**
     * A port that nobody listens on. It lies below the range from which systems number outgoing connections, so that
     * none of these takes it before its owner listens.
     *
     * @throws IOException if none is found
     */
    public static int free() throws IOException {
        return ThreadLocalRandom.current()
                .ints(ATTEMPTS, FIRST, LAST)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new IOException("No port on " + LOOPBACK + " is free"));
    }

    /**
     * Fails early and in plain words where the server itself would bury the reason.
     *
     * @throws IOException if something listens on the port
     */
    static void requireFree(int port) throws IOException {
        if (!isFree(port)) {
            throw new IOException("Port " + port + " on " + LOOPBACK + " is in use");
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Without it, connections of a predecessor that linger in TIME_WAIT would count as use.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
