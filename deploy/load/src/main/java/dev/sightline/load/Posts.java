package dev.sightline.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Posts one body again and again over kept connections, each waiting for its answer before it sends the next. */
record Posts(int port, String path, byte[] body) {

    static final int CONNECTIONS = 64;

    /** The smallest question there is: which flags are on. */
    static Posts idle(int port) {
        String body = "{\"token\":\"phc_local\",\"distinct_id\":\"load\"}";
        return new Posts(port, "/flags/", body.getBytes(StandardCharsets.UTF_8));
    }

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
            byte[] request = Connection.post(path, body);
            try (Connection connection = new Connection(port)) {
                while (System.nanoTime() < end) {
                    connection.send(request);
                    answered++;
                }
            }
            return answered;
        };
    }
}
