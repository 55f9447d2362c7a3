package dev.sightline.vision.analysis.timeline;

import java.util.List;
import java.util.stream.Stream;

/**
 * The story of a session.
 *
 * @param durationMs from the first to the last item
 * @param moments in the order of time
 * @param coverage how much of the recording the moments stand for
 */
public record Timeline(long durationMs, List<Moment> moments, Coverage coverage) {

    public Timeline {
        moments = List.copyOf(moments);
    }

    /**
     * How complete a timeline is.
     *
     * @param items that were read
     * @param unread items of which a part could not be understood
     * @param events analytics events that were read
     * @param truncated whether moments were left out because there were too many
     */
    public record Coverage(long items, long unread, long events, boolean truncated) {}

    /** The moments of a kind, in the order of time. */
    public Stream<Moment> of(MomentKind kind) {
        return moments.stream().filter(moment -> moment.kind() == kind);
    }

    public boolean has(MomentKind kind) {
        return of(kind).findAny().isPresent();
    }
}
