package dev.sightline.vision.analysis.local;

import dev.sightline.vision.analysis.timeline.Moment;
import dev.sightline.vision.analysis.timeline.MomentKind;
import java.util.List;

/**
 * How sure the rules are: 0.9 where two independent kinds of evidence agree, 0.8 where one kind is seen again, 0.7 for a
 * single moment, 0.6 for what may have harmless reasons. Absence is 0.75 where the session came to what was asked for.
 */
final class Certainty {

    static final double ABSENT = 0.75;
    static final double ABSENT_IN_PART = 0.6;
    static final double NEVER_REACHED = 0.3;
    static final double NOT_UNDERSTOOD = 0.2;

    private Certainty() {}

    static double of(List<Moment> evidence) {
        long sources = evidence.stream()
                .map(moment -> source(moment.kind()))
                .distinct()
                .count();
        boolean strong = evidence.stream().anyMatch(moment -> strong(moment.kind()));
        if (!strong) {
            return 0.6;
        }
        return sources > 1 ? 0.9 : evidence.size() > 1 ? 0.8 : 0.7;
    }

    /** Moments of one source may be the same observation seen twice. */
    private static String source(MomentKind kind) {
        return switch (kind) {
            case RAGE_CLICK -> "rage";
            case DEAD_CLICK -> "dead";
            case JS_ERROR, ERROR_AFTER_CLICK -> "error";
            case FAILED_REQUEST, FAILED_REQUEST_AFTER_CLICK, SLOW_REQUEST, OFFLINE -> "network";
            case COMPLETED, EVENT -> "event";
            default -> "page";
        };
    }

    private static boolean strong(MomentKind kind) {
        return kind.trouble() && kind != MomentKind.BACK_AND_FORTH
                || kind == MomentKind.COMPLETED
                || kind == MomentKind.IDLE;
    }
}
