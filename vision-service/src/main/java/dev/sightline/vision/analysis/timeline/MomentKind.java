package dev.sightline.vision.analysis.timeline;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a moment of a session is. */
public enum MomentKind {
    /** A page was shown. */
    PAGE,
    /** A click and what it hit. */
    CLICK,
    /** Three or more clicks on one element within a second. */
    RAGE_CLICK,
    /** A click after which nothing happened for 2.5 seconds. */
    DEAD_CLICK,
    /** Somebody typed into a field; never what. */
    INPUT,
    /** A form was sent. */
    SUBMIT,
    /** A form was filled in and left unsent. */
    FORM_ABANDONED,
    CONSOLE_WARNING,
    /** An error: of the console or an exception. */
    JS_ERROR,
    /** An error within two seconds after a click. */
    ERROR_AFTER_CLICK,
    /** A request that got no answer or one of 400 and above. */
    FAILED_REQUEST,
    /** A request that failed within two seconds after a click. */
    FAILED_REQUEST_AFTER_CLICK,
    /** A call of the page's code that took longer than four seconds. */
    SLOW_REQUEST,
    /** From one page to another and back, twice over. */
    BACK_AND_FORTH,
    SCROLL,
    /** Nobody did anything for 20 seconds or more. */
    IDLE,
    HIDDEN,
    VISIBLE,
    OFFLINE,
    ONLINE,
    /** An event or a page that says something was achieved. */
    COMPLETED,
    /** An event of the site's own. */
    EVENT;

    private static final Set<MomentKind> TROUBLE = EnumSet.of(
            RAGE_CLICK,
            DEAD_CLICK,
            FORM_ABANDONED,
            JS_ERROR,
            ERROR_AFTER_CLICK,
            FAILED_REQUEST,
            FAILED_REQUEST_AFTER_CLICK,
            SLOW_REQUEST,
            BACK_AND_FORTH,
            OFFLINE);

    /** The kind in snake case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it speaks of friction or a defect. */
    public boolean trouble() {
        return TROUBLE.contains(this);
    }
}
