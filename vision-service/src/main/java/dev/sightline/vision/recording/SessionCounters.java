package dev.sightline.vision.recording;

/**
 * What is known of a session without looking into its pages (spec/platform.md C.1): counted per block, summed per
 * session. Immutable; {@link #plus} is associative and {@link #NONE} changes nothing.
 */
public record SessionCounters(
        TimeSpan span, ActivityCounts activity, ConsoleCounts console, RecordingContents contents) {

    public static final SessionCounters NONE =
            new SessionCounters(TimeSpan.NONE, ActivityCounts.NONE, ConsoleCounts.NONE, RecordingContents.NONE);

    /** These and the counters of a block that came later. */
    public SessionCounters plus(SessionCounters later) {
        return new SessionCounters(
                span.plus(later.span),
                activity.plus(later.activity),
                console.plus(later.console),
                contents.plus(later.contents));
    }

    /** Whole seconds from the first to the last item. */
    public long durationSeconds() {
        return span.seconds();
    }

    public double activeSeconds() {
        return activity.activeMs() / 1000.0;
    }

    /** Duration less active time; may be slightly negative. */
    public double inactiveSeconds() {
        return Math.round((durationSeconds() - activeSeconds()) * 1000) / 1000.0;
    }

    /** How much a person did in proportion to what the page did, two decimals; 0 for a recording of nothing. */
    public double activityScore() {
        double done = activeSeconds() + activity.clicks() + activity.keypresses() + console.errors();
        double noise = activity.mouse() + durationSeconds() + console.errors() + console.logs() + console.warnings();
        return noise == 0 ? 0 : Math.round(100 * 100 * done / noise) / 100.0;
    }
}
