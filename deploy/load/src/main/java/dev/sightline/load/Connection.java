package dev.sightline.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One kept connection to a service. */
final class Connection implements AutoCloseable {

    private static final int OK = 200;
    private static final int BUSY = 503;
    private static final String VERSION = "HTTP/1.1 ";
    private static final long PAUSE = 50;

    private final Socket socket;
    private final InputStream in;

    Connection(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends a request, head and body; whatever is not answered 200 is an error. */
    void send(byte[] request) throws IOException {
        require(answer(request));
    }

    /** The same, again and again while the service says that it is too busy. */
    void insist(byte[] request, Duration patience) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        int status = answer(request);
        while (status == BUSY && System.nanoTime() < end) {
            Thread.sleep(PAUSE);
            status = answer(request);
        }
        require(status);
    }

    private static void require(int status) throws IOException {
        if (status != OK) {
            throw new IOException("The service answered " + status);
        }
    }

    /** Reads the answer to the end; its status. */
    private int answer(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int status = status(line());
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).trim());
            }
        }
        in.skipNBytes(length);
        return status;
    }

    private static int status(String line) throws IOException {
        if (!line.startsWith(VERSION)) {
            throw new IOException("The service answered " + line);
        }
        return Integer.parseInt(line.substring(VERSION.length(), VERSION.length() + 3));
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The service hung up");
            }
            line.append((char) c);
        }
        return line.substring(0, line.length() - 1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** The bytes of a POST. */
    static byte[] post(String path, byte[] body) {
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }
}
