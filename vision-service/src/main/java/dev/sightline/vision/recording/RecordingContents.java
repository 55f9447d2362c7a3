package dev.sightline.vision.recording;

/**
 * What lies in a recording and where it came from.
 *
 * @param items rrweb items kept
 */
public record RecordingContents(long items, VisitedUrls urls, RecordingOrigin origin) {

    public static final RecordingContents NONE = new RecordingContents(0, VisitedUrls.NONE, RecordingOrigin.UNKNOWN);

    public RecordingContents plus(RecordingContents later) {
        return new RecordingContents(items + later.items, urls.plus(later.urls), origin.or(later.origin));
    }
}
