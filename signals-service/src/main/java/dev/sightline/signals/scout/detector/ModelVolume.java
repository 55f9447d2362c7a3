package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.detector.Clue.Grade;
import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Kinds;
import dev.sightline.signals.scout.projection.Series;
import dev.sightline.signals.scout.run.Finding.Evidence;
import dev.sightline.signals.scout.run.Severity;
import java.util.List;

/** A model that is called far more, or far less, than on its weekday. */
final class ModelVolume {

    static final String DOMAIN = "llm.volume";

    private final History history;
    private final Volume volume;

    ModelVolume(History history) {
        this.history = history;
        this.volume = new Volume(history);
    }

    List<Clue> clues() {
        int day = history.yesterday();
        return history.all(Kinds.CALLS).stream()
                .flatMap(calls -> volume.moved(calls, day).map(moved -> clue(calls, day, moved)).stream())
                .toList();
    }

    private Clue clue(Series calls, int day, Robust moved) {
        boolean collapse = moved.value() < moved.median();
        boolean loop = !collapse && hardlyMorePeople(day, moved);
        String description = Words.number(moved.value()) + " calls of " + Words.quoted(calls.entity()) + " on "
                + history.date(day) + ", usually " + Words.number(moved.median()) + " on that weekday.";
        return new Clue(
                DOMAIN,
                calls.entity(),
                new Clue.Text(description, why(collapse, loop), history.date(day), history.date(day)),
                collapse ? moved.median() / Math.max(1, moved.value()) : moved.ratio(),
                new Grade(
                        corroborated(calls, day) ? 0.9 : 0.7,
                        collapse || loop ? 0.75 : 0.6,
                        collapse || loop ? Severity.P2 : Severity.P3),
                List.of(new Evidence("llm_analytics", description, calls.entity())));
    }

    private static String why(boolean collapse, boolean loop) {
        if (collapse) {
            return "The calls stopped, or go to another model.";
        }
        return loop
                ? "Hardly more people than usual made them: something calls again and again."
                : "More use, or a loop that calls again and again.";
    }

    /** Whether the people who call grew less than half as much as the calls did. */
    private boolean hardlyMorePeople(int day, Robust moved) {
        return history.find(Kinds.USERS, "$ai_generation")
                .flatMap(people -> volume.usually(people, day))
                .filter(people -> people.median() > 0 && people.ratio() - 1 < 0.5 * (moved.ratio() - 1))
                .isPresent();
    }

    /** Whether another stream of the project held steady, so that not everything moved. */
    private boolean corroborated(Series calls, int day) {
        return history.all(Kinds.CALLS).stream().anyMatch(other -> other != calls && volume.steady(other, day))
                || history.find(Kinds.EVENTS, "$pageview")
                        .filter(views -> volume.steady(views, day))
                        .isPresent();
    }
}
