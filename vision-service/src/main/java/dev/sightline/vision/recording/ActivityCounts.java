package dev.sightline.vision.recording;

/**
 * What a person did.
 *
 * @param activeMs milliseconds in active segments, per block
 */
public record ActivityCounts(long activeMs, long clicks, long keypresses, long mouse) {

    public static final ActivityCounts NONE = new ActivityCounts(0, 0, 0, 0);

    public ActivityCounts plus(ActivityCounts other) {
        return new ActivityCounts(
                activeMs + other.activeMs, clicks + other.clicks, keypresses + other.keypresses, mouse + other.mouse);
    }
}
