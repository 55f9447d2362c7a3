package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.detector.Clue.Grade;
import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Kinds;
import dev.sightline.signals.scout.projection.Series;
import dev.sightline.signals.scout.run.Finding.Evidence;
import dev.sightline.signals.scout.run.Severity;
import java.util.List;
import java.util.Optional;

/** A model that cost at least twice the usual on two complete days (spec/scouts.md 15.7). */
final class ModelCost {

    static final String DOMAIN = "llm.cost";

    private static final double LEAST_RATIO = 2;
    private static final double LEAST_DOLLARS = 1;

    private final History history;
    private final Weekday weekdays;

    ModelCost(History history) {
        this.history = history;
        this.weekdays = new Weekday(history);
    }

    List<Clue> clues() {
        return history.all(Kinds.COST).stream()
                .flatMap(cost -> clue(cost).stream())
                .toList();
    }

    private Optional<Clue> clue(Series cost) {
        int day = history.yesterday();
        return risen(cost, day).flatMap(last -> risen(cost, day - 1).map(held -> clue(cost, day, last)));
    }

    private Optional<Robust> risen(Series cost, int day) {
        return weekdays.compare(cost, day).flatMap(ModelCost::risen);
    }

    private static Optional<Robust> risen(Weekday.Beside beside) {
        double median = Robust.median(beside.usual());
        Robust robust = Robust.of(beside.value(), beside.usual(), 0.2 * median);
        boolean risen = median > 0
                && robust.ratio() >= LEAST_RATIO
                && robust.value() - median >= LEAST_DOLLARS
                && robust.unusual()
                && beside.beyondTrend(1.5);
        return risen ? Optional.of(robust) : Optional.empty();
    }

    private Clue clue(Series cost, int day, Robust last) {
        Series calls = history.of(Kinds.CALLS, cost.entity());
        double perCall = perCall(cost, calls, day) / perCall(cost, calls, day - 7);
        String why = perCall >= 1.5
                ? "A call costs " + Words.times(perCall)
                        + " what it did a week ago: longer prompts or answers, or another price."
                : "A call costs about what it did: the model is called more often.";
        String description = Words.times(last.ratio()) + " the usual cost of " + Words.quoted(cost.entity())
                + ": $" + Words.number(last.value()) + " on " + history.date(day) + ", usually $"
                + Words.number(last.median()) + " on that weekday, and the day before was as dear.";
        return new Clue(
                DOMAIN,
                cost.entity(),
                new Clue.Text(description, why, history.date(day - 1), history.date(day)),
                last.ratio(),
                new Grade(0.9, last.ratio() >= 4 ? 0.85 : 0.65, last.ratio() >= 4 ? Severity.P1 : Severity.P2),
                List.of(new Evidence("llm_analytics", description, cost.entity())));
    }

    private static double perCall(Series cost, Series calls, int day) {
        return calls.day(day) == 0 ? Double.NaN : cost.day(day) / calls.day(day);
    }
}
