package dev.sightline.vision.analysis;

/**
 * A defect noticed in a session as a by-product of a scan (spec/vision.md 17).
 *
 * @param startTime whole seconds since the recording began
 * @param endTime the same, not before the start
 * @param url where it happened, empty if unknown
 * @param description prose whose first line can stand as a title, without citation marks
 * @param confidence 0 to 1; below {@value #MIN_CONFIDENCE} a finding is not worth a signal
 */
public record Finding(
        ProblemType problemType, long startTime, long endTime, String url, String description, double confidence) {

    public static final double MIN_CONFIDENCE = 0.4;

    /** Keeps the place of one that cannot be used, because its place is part of the identity of those behind it. */
    public static final Finding NONE = new Finding(ProblemType.BUG, 0, 0, "", "", 0);

    public boolean worthASignal() {
        return confidence >= MIN_CONFIDENCE;
    }
}
