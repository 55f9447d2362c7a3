package dev.sightline.vision.analysis.local;

import dev.sightline.vision.analysis.ObservedSession;
import dev.sightline.vision.analysis.timeline.Moment;
import dev.sightline.vision.analysis.timeline.MomentKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A session as the rules see it: each thing that happened once, and what shows a behaviour. */
final class SessionFacts {

    private static final Set<MomentKind> VISITS =
            EnumSet.of(MomentKind.PAGE, MomentKind.CLICK, MomentKind.INPUT, MomentKind.SUBMIT, MomentKind.EVENT);
    private static final Set<MomentKind> HINDRANCES = EnumSet.of(
            MomentKind.RAGE_CLICK,
            MomentKind.DEAD_CLICK,
            MomentKind.JS_ERROR,
            MomentKind.ERROR_AFTER_CLICK,
            MomentKind.FAILED_REQUEST,
            MomentKind.FAILED_REQUEST_AFTER_CLICK,
            MomentKind.FORM_ABANDONED);
    private static final Set<MomentKind> PASSED = EnumSet.of(MomentKind.PAGE, MomentKind.EVENT, MomentKind.SUBMIT);
    private static final int BROWSED_PAGES = 3;

    private final ObservedSession session;
    private final Goals goals;
    private final List<Scene> scenes;

    SessionFacts(ObservedSession session, Vocabulary vocabulary) {
        this.session = session;
        this.goals = new Goals(vocabulary);
        List<Moment> moments = session.timeline().moments();
        this.scenes = moments.stream()
                .filter(moment -> !shadowed(moment, moments))
                .map(Scene::of)
                .toList();
    }

    /** An error that follows a click stands twice in a timeline: alone, and with the click. */
    private static boolean shadowed(Moment moment, List<Moment> all) {
        MomentKind fuller = moment.kind() == MomentKind.JS_ERROR
                ? MomentKind.ERROR_AFTER_CLICK
                : moment.kind() == MomentKind.FAILED_REQUEST ? MomentKind.FAILED_REQUEST_AFTER_CLICK : null;
        return fuller != null
                && all.stream()
                        .anyMatch(other -> other.kind() == fuller
                                && other.text().equals(moment.text())
                                && other.time().toMs() == moment.time().toMs());
    }

    ObservedSession session() {
        return session;
    }

    Stream<Moment> of(MomentKind kind) {
        return scenes.stream().filter(scene -> scene.kind() == kind).map(Scene::moment);
    }

    List<Scene> scenes() {
        return scenes;
    }

    boolean hindered() {
        return scenes.stream().anyMatch(scene -> HINDRANCES.contains(scene.kind()));
    }

    boolean completed() {
        return of(MomentKind.COMPLETED).findAny().isPresent();
    }

    /** Whether the session ever came to what a text is about: by its pages and events, not by what elements claim. */
    boolean reached(Meaning meaning) {
        return meaning.topics().isEmpty()
                || scenes.stream().anyMatch(scene -> PASSED.contains(scene.kind()) && meaning.about(scene));
    }

    /** The moments that show what a text asks for, in the order of time; none if nothing does. */
    List<Moment> evidence(Meaning meaning) {
        if (meaning.behaviours().isEmpty()) {
            return moments(meaning, VISITS);
        }
        return meaning.behaviours().stream()
                .flatMap(behaviour -> evidence(behaviour, meaning).stream())
                .distinct()
                .sorted((one, other) -> Long.compare(one.atMs(), other.atMs()))
                .toList();
    }

    private List<Moment> evidence(Behaviour behaviour, Meaning meaning) {
        return switch (behaviour) {
            case NOT_COMPLETED -> completions(meaning).isEmpty() ? goals.approached(scenes, meaning) : List.of();
            case SMOOTH -> hindered() ? List.of() : smoothly(meaning);
            case BROWSING -> browsing();
            case COMPLETED -> completions(meaning);
            default -> moments(meaning, behaviour.kinds());
        };
    }

    private List<Moment> completions(Meaning meaning) {
        return moments(meaning, Set.of(MomentKind.COMPLETED));
    }

    private List<Moment> smoothly(Meaning meaning) {
        List<Moment> done = completions(meaning);
        return done.isEmpty() ? moments(meaning, Set.of(MomentKind.PAGE)) : done;
    }

    private List<Moment> browsing() {
        List<Moment> pages = of(MomentKind.PAGE).toList();
        boolean more = scenes.stream()
                .anyMatch(scene -> scene.kind() == MomentKind.COMPLETED
                        || scene.kind() == MomentKind.SUBMIT
                        || scene.kind() == MomentKind.FORM_ABANDONED);
        return more || pages.size() < BROWSED_PAGES ? List.of() : pages;
    }

    private List<Moment> moments(Meaning meaning, Set<MomentKind> kinds) {
        return scenes.stream()
                .filter(scene -> kinds.contains(scene.kind()) && meaning.about(scene))
                .map(Scene::moment)
                .toList();
    }
}
