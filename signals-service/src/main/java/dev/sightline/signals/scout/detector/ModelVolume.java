package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.detector.Clue.Grade;
import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Kinds;
import dev.sightline.signals.scout.projection.Series;
import dev.sightline.signals.scout.run.Finding.Evidence;
import dev.sightline.signals.scout.run.Severity;
import java.time.LocalDate;
import java.util.List;

/** A model that is called far more, or far less, than on its weekday. */
final class ModelVolume {

    static final String DOMAIN = "llm.volume";

    private final History history;
    private final Period period;
    private final Volume volume;

    ModelVolume(History history, Period period) {
        this.history = history;
        this.period = period;
        this.volume = new Volume(period);
    }

    List<Clue> clues() {
        return history.all(Kinds.CALLS).stream()
                .flatMap(calls -> volume.moved(calls).map(moved -> clue(calls, moved)).stream())
                .toList();
    }

    private Clue clue(Series calls, Robust moved) {
        Bucket latest = period.latest(0);
        LocalDate day = history.date(latest.day());
        boolean collapse = !moved.above();
        boolean loop = !collapse && hardlyMorePeople(moved);
        String description = Words.number(moved.value()) + " calls of " + Words.quoted(calls.entity()) + " "
                + period.words(latest) + ", usually " + Words.number(moved.median()) + " " + period.usually() + ".";
        return new Clue(
                DOMAIN,
                calls.entity(),
                new Clue.Text(description, why(collapse, loop), day, day),
                collapse ? moved.median() / Math.max(1, moved.value()) : moved.ratio(),
                moved.grade(new Grade(
                        corroborated(calls) ? 0.9 : 0.7,
                        collapse || loop ? 0.75 : 0.6,
                        collapse || loop ? Severity.P2 : Severity.P3)),
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
    private boolean hardlyMorePeople(Robust moved) {
        return history.find(Kinds.USERS, "$ai_generation")
                .flatMap(people -> volume.usually(people))
                .filter(people -> people.median() > 0 && people.ratio() - 1 < 0.5 * (moved.ratio() - 1))
                .isPresent();
    }

    /** Whether another stream of the project held steady, so that not everything moved. */
    private boolean corroborated(Series calls) {
        return history.all(Kinds.CALLS).stream().anyMatch(other -> other != calls && volume.steady(other))
                || history.find(Kinds.EVENTS, "$pageview")
                        .filter(views -> volume.steady(views))
                        .isPresent();
    }
}
