package dev.sightline.vision.analysis.timeline;

/** Milliseconds since the recording began; a single moment has both ends equal. */
public record TimeRange(long fromMs, long toMs) {

    public TimeRange {
        fromMs = Math.max(0, fromMs);
        toMs = Math.max(fromMs, toMs);
    }

    public static TimeRange at(long ms) {
        return new TimeRange(ms, ms);
    }

    public long lengthMs() {
        return toMs - fromMs;
    }
}
