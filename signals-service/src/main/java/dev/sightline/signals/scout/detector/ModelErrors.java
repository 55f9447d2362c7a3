package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.detector.Clue.Grade;
import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Kinds;
import dev.sightline.signals.scout.projection.Series;
import dev.sightline.signals.scout.run.Finding.Evidence;
import dev.sightline.signals.scout.run.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A model whose calls fail more often than on any of the days before. */
final class ModelErrors {

    static final String DOMAIN = "llm.errors";

    private static final int BACK = 28;
    private static final int LEAST_POINTS = 10;
    private static final double LEAST_CALLS = 50;
    private static final double LEAST_ERRORS = 20;
    private static final double LEAST_RISE = 0.05;

    private final History history;

    ModelErrors(History history) {
        this.history = history;
    }

    List<Clue> clues() {
        return history.all(Kinds.ERRORS).stream()
                .flatMap(errors -> clue(errors, history.of(Kinds.CALLS, errors.entity())).stream())
                .toList();
    }

    private Optional<Clue> clue(Series errors, Series calls) {
        int day = history.yesterday();
        double[] usual = usual(errors, calls, day);
        if (usual.length < LEAST_POINTS || calls.day(day) < LEAST_CALLS || errors.day(day) < LEAST_ERRORS) {
            return Optional.empty();
        }
        double median = Robust.median(usual);
        double noise = Math.sqrt(Math.max(median, 0.01) * (1 - median) / calls.day(day));
        Robust rate = Robust.of(errors.day(day) / calls.day(day), usual, Math.max(noise, 0.01));
        boolean risen = rate.unusual()
                && rate.value() >= Math.max(2 * median, median + LEAST_RISE)
                && rate.value() >= 1.5 * rate(errors, calls, day - 1);
        return risen ? Optional.of(clue(errors, day, rate)) : Optional.empty();
    }

    private static double[] usual(Series errors, Series calls, int day) {
        return IntStream.range(Math.max(0, day - BACK), day)
                .filter(one -> calls.day(one) >= LEAST_CALLS)
                .mapToDouble(one -> rate(errors, calls, one))
                .toArray();
    }

    private static double rate(Series errors, Series calls, int day) {
        return calls.day(day) == 0 ? 0 : errors.day(day) / calls.day(day);
    }

    private Clue clue(Series errors, int day, Robust rate) {
        String description = Words.percent(rate.value()) + " of the calls of " + Words.quoted(errors.entity())
                + " failed on " + history.date(day) + ", usually " + Words.percent(rate.median()) + ": "
                + Words.number(errors.day(day)) + " failed calls.";
        boolean severe = rate.value() >= 0.5;
        return new Clue(
                DOMAIN,
                errors.entity(),
                new Clue.Text(description, null, history.date(day), history.date(day)),
                rate.value(),
                new Grade(0.85, severe ? 0.95 : 0.75, severe ? Severity.P1 : Severity.P2),
                List.of(new Evidence("llm_analytics", description, errors.entity())));
    }
}
