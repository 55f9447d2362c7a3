package dev.sightline.observability.hog.vm;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * What a run may use up.
 *
 * @param time wall-clock time
 * @param memory accounted bytes of live values
 * @param printed characters of printed text kept; what is printed beyond is dropped
 * @param cancelled asked every few microseconds; true ends the run
 */
public record Limits(Duration time, long memory, int printed, BooleanSupplier cancelled) {

    /** Calls within calls, whatever else is allowed. */
    public static final int CALL_DEPTH = 1000;

    private static final Duration TIME = Duration.ofSeconds(5);
    private static final long MEMORY = 64L << 20;
    private static final int PRINTED = 1 << 16;

    /** Five seconds, 64 MiB, 65,536 characters, never cancelled. */
    public static Limits standard() {
        return new Limits(TIME, MEMORY, PRINTED, () -> false);
    }

    public Limits withTime(Duration limit) {
        return new Limits(limit, memory, printed, cancelled);
    }

    public Limits withMemory(long bytes) {
        return new Limits(time, bytes, printed, cancelled);
    }

    public Limits withPrinted(int characters) {
        return new Limits(time, memory, characters, cancelled);
    }

    public Limits cancelledBy(BooleanSupplier signal) {
        return new Limits(time, memory, printed, signal);
    }
}
