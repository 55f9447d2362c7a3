package dev.sightline.signals.pipeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A signal that others may join.
 *
 * @param fingerprint what it is compared by
 */
public record LiveSignal(UUID id, UUID reportId, Instant at, Fingerprint fingerprint) {

    /** Oldest first; the identity decides between signals of one instant. */
    static final Comparator<LiveSignal> BY_AGE =
            Comparator.comparing(LiveSignal::at).thenComparing(LiveSignal::id);

    /** A stored signal as a member of its report. */
    public static LiveSignal of(Signal signal, UUID reportId) {
        return new LiveSignal(signal.id(), reportId, signal.at(), Fingerprints.of(signal));
    }
}
