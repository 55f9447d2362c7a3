package dev.sightline.vision.recording;

import java.util.EnumSet;
import java.util.Set;

/** What a mouse interaction item reports, in the order of the codes (spec/platform.md C.3). */
public enum Interaction {
    MOUSE_UP,
    MOUSE_DOWN,
    CLICK,
    CONTEXT_MENU,
    DOUBLE_CLICK,
    FOCUS,
    BLUR,
    TOUCH_START,
    TOUCH_MOVE,
    TOUCH_END,
    TOUCH_CANCEL,
    /** No mouse interaction, or a code this vocabulary does not know. */
    NONE;

    private static final Interaction[] ALL = values();
    private static final Set<Interaction> COUNTED = EnumSet.of(CLICK, CONTEXT_MENU, DOUBLE_CLICK, TOUCH_END);

    /** The interaction of a code, {@link #NONE} if there is none. */
    public static Interaction of(int code) {
        return code >= 0 && code < NONE.ordinal() ? ALL[code] : NONE;
    }

    /** Whether it adds to a session's click count. */
    public boolean countsAsClick() {
        return COUNTED.contains(this);
    }
}
