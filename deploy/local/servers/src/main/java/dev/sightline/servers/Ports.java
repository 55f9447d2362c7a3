package dev.sightline.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Loopback ports. */
final class Ports {

    static final String LOOPBACK = "127.0.0.1";

    private Ports() {}

    /** The port itself, or a free one if it is 0. */
    static int choose(int port) throws IOException {
        return port == 0 ? free() : port;
    }

    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Fails early and in plain words where the server itself would bury the reason.
     *
     * @throws IOException if something listens on the port
     */
    static void requireFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            // Without it, connections of a predecessor that linger in TIME_WAIT would count as use.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new IOException("Port " + port + " on " + LOOPBACK + " is in use", e);
        }
    }
}
