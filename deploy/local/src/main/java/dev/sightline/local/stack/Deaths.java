package dev.sightline.local.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How often each part has ended unasked lately. */
final class Deaths {

    /** So many within the window and a part is beyond help. */
    static final int LIMIT = 3;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Map<String, Deque<Instant>> times = new HashMap<>();

    /** Notes a death and tells whether the part deserves another start. */
    boolean forgives(String part, Instant now) {
        Deque<Instant> recent = times.computeIfAbsent(part, name -> new ArrayDeque<>());
        recent.removeIf(time -> time.isBefore(now.minus(WINDOW)));
        recent.add(now);
        return recent.size() < LIMIT;
    }
}
