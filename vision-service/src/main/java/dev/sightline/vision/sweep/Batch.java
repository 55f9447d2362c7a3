package dev.sightline.vision.sweep;

import java.time.Instant;
import java.util.List;

/**
 * What a search came back with.
 *
 * @param limit how many it was allowed to find
 * @param cutoff up to which end it searched
 */
record Batch(List<Candidate> candidates, int limit, Instant cutoff) {

    /** The batch cut to what there is room for. */
    Batch within(int room) {
        return room >= candidates.size() ? this : new Batch(candidates.subList(0, room), room, cutoff);
    }

    /** Where to go on: behind the last candidate, or, without any, from the cutoff. */
    Watermark watermark() {
        if (candidates.isEmpty()) {
            return new Watermark(cutoff, null);
        }
        Candidate last = candidates.get(candidates.size() - 1);
        return new Watermark(last.end(), candidates.size() == limit ? last.sessionId() : null);
    }
}
