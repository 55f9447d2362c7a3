package dev.sightline.vision.analysis.local;

import dev.sightline.vision.analysis.timeline.MomentKind;
import java.util.Locale;
import java.util.Set;

/** What a prompt may ask for and a timeline can show; the words that mean it stand in {@code vocabulary.json}. */
enum Behaviour {
    RAGE_CLICKS(MomentKind.RAGE_CLICK),
    DEAD_CLICKS(MomentKind.DEAD_CLICK),
    ERRORS(MomentKind.JS_ERROR, MomentKind.ERROR_AFTER_CLICK),
    FAILED_REQUESTS(MomentKind.FAILED_REQUEST, MomentKind.FAILED_REQUEST_AFTER_CLICK),
    SLOWNESS(MomentKind.SLOW_REQUEST),
    ABANDONED_FORMS(MomentKind.FORM_ABANDONED),
    BACK_AND_FORTH(MomentKind.BACK_AND_FORTH),
    IDLE(MomentKind.IDLE),
    OFFLINE(MomentKind.OFFLINE),
    /** Whatever hindered the visitor; slowness is asked for by name. */
    FRICTION(
            MomentKind.RAGE_CLICK,
            MomentKind.DEAD_CLICK,
            MomentKind.ERROR_AFTER_CLICK,
            MomentKind.FAILED_REQUEST_AFTER_CLICK,
            MomentKind.FORM_ABANDONED,
            MomentKind.BACK_AND_FORTH),
    COMPLETED(MomentKind.COMPLETED),
    /** A goal was approached and not reached. */
    NOT_COMPLETED,
    /** Nothing hindered the visitor. */
    SMOOTH,
    /** Several pages, no form, no goal. */
    BROWSING;

    private final Set<MomentKind> kinds;

    Behaviour(MomentKind... kinds) {
        this.kinds = Set.of(kinds);
    }

    /** The kinds of moments that show it; none where it shows in the whole. */
    Set<MomentKind> kinds() {
        return kinds;
    }

    /** The name in the vocabulary. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Behaviour of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
