package dev.sightline.load;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sessions that wait in the topic for a recorder.
 *
 * @param sessions each with its own name
 * @param batches requests of 50 KB of JSON a session
 */
record Backlog(int sessions, int batches) {

    private static final int CONNECTIONS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    int requests() {
        return sessions * batches;
    }

    long bytes() {
        return (long) requests() * Recording.plain().length;
    }

    /** Posts them to a service that does not record, as fast as it takes them. */
    void fill(int port) throws Exception {
        AtomicInteger next = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<Void>> lanes = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                lanes.add(clients.submit(lane(port, next)));
            }
            for (Future<Void> lane : lanes) {
                lane.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private Callable<Void> lane(int port, AtomicInteger next) {
        String body = new String(Recording.plain(), StandardCharsets.UTF_8);
        return () -> {
            try (Connection connection = new Connection(port)) {
                for (int i = next.getAndIncrement(); i < requests(); i = next.getAndIncrement()) {
                    connection.insist(Connection.post("/s/", ofSession(body, i % sessions)), PATIENCE);
                }
            }
            return null;
        };
    }

    private static byte[] ofSession(String body, int number) {
        return body.replace("SESSION-0000", "SESSION-%04d".formatted(number)).getBytes(StandardCharsets.UTF_8);
    }
}
