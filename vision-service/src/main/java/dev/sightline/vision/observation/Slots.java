package dev.sightline.vision.observation;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A number of places to run in. Who finds none waits without holding a thread, first come first served. */
final class Slots {

    private final AtomicInteger free;
    private final Queue<UniEmitter<? super Void>> waiting = new ConcurrentLinkedQueue<>();

    Slots(int places) {
        this.free = new AtomicInteger(places);
    }

    /** Completes once a place is taken; give it back with {@link #give}. */
    Uni<Void> take() {
        return Uni.createFrom().emitter(emitter -> {
            waiting.add(emitter);
            serve();
        });
    }

    void give() {
        free.incrementAndGet();
        serve();
    }

    int free() {
        return free.get();
    }

    private void serve() {
        while (!waiting.isEmpty() && takeOne()) {
            UniEmitter<? super Void> next = waiting.poll();
            if (next == null) {
                free.incrementAndGet();
            } else {
                next.complete(null);
            }
        }
    }

    private boolean takeOne() {
        return free.getAndUpdate(places -> places > 0 ? places - 1 : 0) > 0;
    }
}
