package dev.sightline.vision.recording;

/** The rrweb item types, in the order of their codes (spec/platform.md C.3). */
public enum ItemType {
    DOM_CONTENT_LOADED,
    LOAD,
    FULL_SNAPSHOT,
    INCREMENTAL,
    META,
    CUSTOM,
    PLUGIN,
    /** A code this vocabulary does not know. */
    UNKNOWN;

    private static final ItemType[] ALL = values();

    /** The type of a code, {@link #UNKNOWN} if there is none. */
    public static ItemType of(int code) {
        return code >= 0 && code < UNKNOWN.ordinal() ? ALL[code] : UNKNOWN;
    }
}
