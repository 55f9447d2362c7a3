package dev.sightline.messaging;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes that wait for the broker, and how many may. */
final class Backlog {

    private final long limit;
    private final AtomicLong pending = new AtomicLong();

    Backlog(long limit) {
        this.limit = limit;
    }

    /** Counts the bytes in if there is room; anything has room where nothing waits. */
    boolean admit(long bytes) {
        long before = pending.getAndAdd(bytes);
        if (before > 0 && before + bytes > limit) {
            release(bytes);
            return false;
        }
        return true;
    }

    void release(long bytes) {
        pending.addAndGet(-bytes);
    }
}
