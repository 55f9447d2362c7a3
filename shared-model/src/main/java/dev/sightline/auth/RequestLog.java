package dev.sightline.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * When one key called, as far back as its limits look. The lock is held for a few comparisons, never across a wait.
 */
final class RequestLog {

    private final List<RateLimit> limits;
    private final Duration longest;
    private final Deque<Instant> newestFirst = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();

    RequestLog(List<RateLimit> limits) {
        this.limits = limits;
        this.longest = limits.stream()
                .map(RateLimit::window)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Notes a call at this time and answers empty, or the time to wait if a limit is reached already. */
    Optional<Duration> take(Instant now) {
        lock.lock();
        try {
            forgetBefore(now.minus(longest));
            Optional<Duration> wait =
                    limits.stream().flatMap(limit -> wait(limit, now).stream()).max(Comparator.naturalOrder());
            if (wait.isEmpty()) {
                newestFirst.addFirst(now);
            }
            return wait;
        } finally {
            lock.unlock();
        }
    }

    boolean isSilent(Instant now) {
        lock.lock();
        try {
            forgetBefore(now.minus(longest));
            return newestFirst.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void forgetBefore(Instant time) {
        while (!newestFirst.isEmpty() && !newestFirst.peekLast().isAfter(time)) {
            newestFirst.removeLast();
        }
    }

    /** Until the call that makes the window full falls out of it. */
    private Optional<Duration> wait(RateLimit limit, Instant now) {
        if (newestFirst.size() < limit.requests()) {
            return Optional.empty();
        }
        Iterator<Instant> calls = newestFirst.iterator();
        Instant filling = calls.next();
        for (int i = 1; i < limit.requests(); i++) {
            filling = calls.next();
        }
        Instant free = filling.plus(limit.window());
        return free.isAfter(now) ? Optional.of(Duration.between(now, free)) : Optional.empty();
    }
}
