package dev.sightline.vision.recording;

import java.util.EnumSet;
import java.util.Set;

/** What an incremental rrweb item reports, in the order of the codes (spec/platform.md C.3). */
public enum IncrementalSource {
    MUTATION,
    MOUSE_MOVE,
    MOUSE_INTERACTION,
    SCROLL,
    VIEWPORT_RESIZE,
    INPUT,
    TOUCH_MOVE,
    MEDIA_INTERACTION,
    STYLE_SHEET_RULE,
    CANVAS_MUTATION,
    FONT,
    LOG,
    DRAG,
    STYLE_DECLARATION,
    SELECTION,
    ADOPTED_STYLE_SHEET,
    CUSTOM_ELEMENT,
    /** No incremental item, or a code this vocabulary does not know. */
    NONE;

    private static final IncrementalSource[] ALL = values();
    private static final Set<IncrementalSource> ACTIVE = EnumSet.of(
            MOUSE_MOVE, MOUSE_INTERACTION, SCROLL, VIEWPORT_RESIZE, INPUT, TOUCH_MOVE, MEDIA_INTERACTION, DRAG);
    private static final Set<IncrementalSource> MOUSE = EnumSet.of(MOUSE_MOVE, MOUSE_INTERACTION, TOUCH_MOVE);

    /** The source of a code, {@link #NONE} if there is none. */
    public static IncrementalSource of(int code) {
        return code >= 0 && code < NONE.ordinal() ? ALL[code] : NONE;
    }

    /** Whether a person did this, as the active time of spec/platform.md C.1 counts it. */
    public boolean active() {
        return ACTIVE.contains(this);
    }

    /** Whether this counts as mouse activity. */
    public boolean mouse() {
        return MOUSE.contains(this);
    }
}
