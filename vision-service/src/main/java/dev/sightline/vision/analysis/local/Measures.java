package dev.sightline.vision.analysis.local;

import dev.sightline.vision.analysis.timeline.Moment;
import dev.sightline.vision.analysis.timeline.MomentKind;
import dev.sightline.vision.recording.SessionCounters;
import java.util.List;

/**
 * What a score may measure, each from 0 to 1. Points are added up and saturate: n points are {@code 1 - e^(-n/4)}.
 *
 * <ul>
 *   <li>friction: 3 points for each rage click, error or failed request that follows a click, 2 for a form left unsent,
 *       1.5 for a dead click, another error or going to and fro, 1 for another failed request, a slow one or a lost
 *       connection, 0.5 for a pause
 *   <li>ease: what friction leaves of 1
 *   <li>engagement: half a point for each page and each field filled in, 0.15 for a click, 1 for an active minute
 *   <li>intent: 1 when a goal was reached, else 0.7 for a form sent or begun, else engagement's half
 * </ul>
 */
final class Measures {

    private final SessionFacts facts;

    Measures(SessionFacts facts) {
        this.facts = facts;
    }

    double of(String measure) {
        return switch (measure) {
            case "friction" -> friction();
            case "ease" -> 1 - friction();
            case "engagement" -> engagement();
            case "intent" -> intent();
            default -> throw new IllegalArgumentException(measure);
        };
    }

    /** The moments that a measure rests on. */
    List<Moment> evidence(String measure) {
        return facts.scenes().stream()
                .map(Scene::moment)
                .filter(moment -> measure.equals("friction") || measure.equals("ease")
                        ? points(moment.kind()) > 0
                        : moment.kind() == MomentKind.COMPLETED
                                || moment.kind() == MomentKind.PAGE
                                || moment.kind() == MomentKind.SUBMIT)
                .toList();
    }

    private double friction() {
        return saturated(facts.scenes().stream()
                .mapToDouble(scene -> points(scene.kind()))
                .sum());
    }

    private static double points(MomentKind kind) {
        return switch (kind) {
            case RAGE_CLICK, ERROR_AFTER_CLICK, FAILED_REQUEST_AFTER_CLICK -> 3;
            case FORM_ABANDONED -> 2;
            case DEAD_CLICK, JS_ERROR, BACK_AND_FORTH -> 1.5;
            case FAILED_REQUEST, SLOW_REQUEST, OFFLINE -> 1;
            case IDLE -> 0.5;
            default -> 0;
        };
    }

    private double engagement() {
        SessionCounters counters = facts.session().counters();
        double pages = facts.of(MomentKind.PAGE).count() * 0.5;
        double fields = facts.of(MomentKind.INPUT).count() * 0.5;
        double clicks = counters.activity().clicks() * 0.15;
        return saturated(pages + fields + clicks + counters.activeSeconds() / 60);
    }

    private double intent() {
        if (facts.completed()) {
            return 1;
        }
        boolean form = facts.of(MomentKind.SUBMIT).findAny().isPresent()
                || facts.of(MomentKind.FORM_ABANDONED).findAny().isPresent();
        return form ? 0.7 : engagement() / 2;
    }

    private static double saturated(double points) {
        return 1 - Math.exp(-points / 4);
    }
}
