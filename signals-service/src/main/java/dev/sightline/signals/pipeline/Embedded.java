package dev.sightline.signals.pipeline;

import java.util.List;
import java.util.UUID;

/**
 * A signal that can be searched by and for.
 *
 * @param queries the whole description first
 */
public record Embedded(Signal signal, Fingerprint fingerprint, List<Query> queries) {

    /** The vector to store with the signal. */
    public float[] vector() {
        return queries.get(0).vector();
    }

    /** The signal as a member of the report it was assigned to. */
    public LiveSignal in(UUID reportId) {
        return new LiveSignal(signal.id(), reportId, signal.at(), fingerprint);
    }
}
