package dev.sightline.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Posts at a fixed rate and times each answer from when its request was due, so that a stall counts for all it delays. */
record PacedPosts(Posts posts, double perSecond) {

    /** The times of all answers, shortest first. */
    List<Duration> during(Duration time) throws Exception {
        int count = (int) (perSecond * time.toSeconds());
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        ExecutorService clients = Executors.newFixedThreadPool(Posts.CONNECTIONS);
        try {
            List<Future<List<Duration>>> lanes = new ArrayList<>();
            for (int i = 0; i < Posts.CONNECTIONS; i++) {
                lanes.add(clients.submit(lane(next, count, start)));
            }
            List<Duration> all = new ArrayList<>();
            for (Future<List<Duration>> lane : lanes) {
                all.addAll(lane.get());
            }
            return all.stream().sorted().toList();
        } finally {
            clients.shutdownNow();
        }
    }

    private Callable<List<Duration>> lane(AtomicInteger next, int count, long start) {
        return () -> {
            List<Duration> times = new ArrayList<>();
            byte[] request = Connection.post(posts.path(), posts.body());
            try (Connection connection = new Connection(posts.port())) {
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    long due = start + (long) (i * 1e9 / perSecond);
                    pauseUntil(due);
                    connection.send(request);
                    times.add(Duration.ofNanos(System.nanoTime() - due));
                }
            }
            return times;
        };
    }

    private static void pauseUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
