package dev.sightline.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Posts one body again and again over kept connections, each waiting for its answer before it sends the next. */
record Posts(int port, byte[] body) {

    private static final int CONNECTIONS = 64;
    private static final String OK = "HTTP/1.1 200";

    Figure during(Duration time) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        long start = System.nanoTime();
        try {
            List<Future<Long>> answers = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                answers.add(clients.submit(client(start + time.toNanos())));
            }
            long count = 0;
            for (Future<Long> answered : answers) {
                count += answered.get();
            }
            return new Figure(count, count * body.length, Duration.ofNanos(System.nanoTime() - start), null);
        } finally {
            clients.shutdownNow();
        }
    }

    private Callable<Long> client(long end) {
        return () -> {
            long answered = 0;
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.setTcpNoDelay(true);
                InputStream in = new BufferedInputStream(socket.getInputStream());
                byte[] request = request();
                while (System.nanoTime() < end) {
                    socket.getOutputStream().write(request);
                    answer(in);
                    answered++;
                }
            }
            return answered;
        };
    }

    private byte[] request() {
        byte[] head = ("POST /s/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    private static void answer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith(OK)) {
            throw new IOException("The service answered " + status);
        }
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).trim());
            }
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The service hung up");
            }
            line.append((char) c);
        }
        return line.substring(0, line.length() - 1);
    }
}
