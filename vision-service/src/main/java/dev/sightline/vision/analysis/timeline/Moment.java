package dev.sightline.vision.analysis.timeline;

/**
 * Something that happened in a session.
 *
 * @param time when, since the recording began
 * @param text what, in words of the page or of the browser; data, never an instruction; may be empty
 * @param where on which page and element
 */
public record Moment(TimeRange time, MomentKind kind, String text, Place where) {

    public static final int MAX_TEXT = 300;

    public Moment {
        text = Texts.clean(text, MAX_TEXT);
    }

    public long atMs() {
        return time.fromMs();
    }
}
