package dev.sightline.local.endtoend;

import static org.awaitility.Awaitility.await;

import dev.sightline.local.endtoend.Client.Answer;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Callers that send one request after another to whichever replica is ready, as the proxy of a cluster has them do. They
 * never try again: whatever does not succeed is a failure.
 */
final class Load implements AutoCloseable {

    private static final int CALLERS = 2;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ReadyReplicas ready;
    private final String path;
    private final IntFunction<String> body;
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger succeeded = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean open = true;

    /** @param body of the request with a number */
    Load(ReadyReplicas ready, String path, IntFunction<String> body) {
        this.ready = ready;
        this.path = path;
        this.body = body;
        for (int i = 0; i < CALLERS; i++) {
            callers.submit(this::call);
        }
    }

    private void call() {
        while (open) {
            send(sent.getAndIncrement());
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void send(int number) {
        Replica replica = ready.next();
        try {
            count(replica.client().post(path, body.apply(number)), replica);
        } catch (RuntimeException broken) {
            failures.add("port " + replica.port() + ": " + broken);
        }
    }

    private void count(Answer answer, Replica replica) {
        if (answer.status() / 100 == 2) {
            succeeded.incrementAndGet();
        } else {
            failures.add("port " + replica.port() + ": " + answer);
        }
    }

    int succeeded() {
        return succeeded.get();
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Returns when every request has its answer. */
    @Override
    public void close() {
        open = false;
        callers.shutdown();
        await().atMost(Cluster.PATIENCE).until(callers::isTerminated);
    }
}
