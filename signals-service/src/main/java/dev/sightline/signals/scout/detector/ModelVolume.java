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
        String description = Words.number(moved.value()) + " calls of " + Words.quoted(calls.entity()) + " on "
                + history.date(day) + ", usually " + Words.number(moved.median()) + " on that weekday.";
        return new Clue(
                DOMAIN,
                calls.entity(),
                new Clue.Text(
                        description,
                        collapse
                                ? "The calls stopped, or go to another model."
                                : "More use, or a loop that calls again and again.",
                        history.date(day),
                        history.date(day)),
                collapse ? moved.median() / Math.max(1, moved.value()) : moved.ratio(),
                new Grade(
                        corroborated(calls, day) ? 0.9 : 0.7,
                        collapse ? 0.75 : 0.6,
                        collapse ? Severity.P2 : Severity.P3),
                List.of(new Evidence("llm_analytics", description, calls.entity())));
    }

    /** Whether another stream of the project held steady, so that not everything moved. */
    private boolean corroborated(Series calls, int day) {
        return history.all(Kinds.CALLS).stream().anyMatch(other -> other != calls && volume.steady(other, day))
                || history.find(Kinds.EVENTS, "$pageview")
                        .filter(views -> volume.steady(views, day))
                        .isPresent();
    }
}
