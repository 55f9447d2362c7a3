package dev.sightline.vision.recording;

import java.time.Duration;
import java.time.Instant;

/** From the earliest to the latest item, in Unix milliseconds; {@link #NONE} when there was no item. */
public record TimeSpan(long startMs, long endMs) {

    public static final TimeSpan NONE = new TimeSpan(Long.MAX_VALUE, Long.MIN_VALUE);

    public static TimeSpan at(long ms) {
        return new TimeSpan(ms, ms);
    }

    public boolean isEmpty() {
        return startMs > endMs;
    }

    public TimeSpan plus(TimeSpan other) {
        return new TimeSpan(Math.min(startMs, other.startMs), Math.max(endMs, other.endMs));
    }

    public Instant start() {
        return Instant.ofEpochMilli(startMs);
    }

    public Instant end() {
        return Instant.ofEpochMilli(endMs);
    }

    /** Whole seconds, 0 when empty. */
    public long seconds() {
        return isEmpty() ? 0 : (endMs - startMs) / 1000;
    }

    /** Whether both ends are less than a distance away from an instant; false when empty. */
    public boolean within(Duration distance, Instant of) {
        long limit = distance.toMillis();
        return !isEmpty()
                && Math.abs(startMs - of.toEpochMilli()) < limit
                && Math.abs(endMs - of.toEpochMilli()) < limit;
    }
}
