package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.detector.Clue.Grade;
import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Kinds;
import dev.sightline.signals.scout.projection.Series;
import dev.sightline.signals.scout.run.Finding.Evidence;
import dev.sightline.signals.scout.run.Severity;
import java.util.List;
import java.util.Optional;

/** A model that cost at least twice the usual, a period long and held for one more (spec/scouts.md 15.7). */
final class ModelCost {

    static final String DOMAIN = "llm.cost";

    private static final double LEAST_RATIO = 2;
    private static final double LEAST_DOLLARS = 1;

    private final History history;
    private final Period period;

    ModelCost(History history, Period period) {
        this.history = history;
        this.period = period;
    }

    List<Clue> clues() {
        return history.all(Kinds.COST).stream()
                .flatMap(cost -> clue(cost).stream())
                .toList();
    }

    private Optional<Clue> clue(Series cost) {
        return period.lasts(period.lasting() + 1, bucket -> period.compare(cost, bucket)
                        .flatMap(ModelCost::risen))
                .map(risen -> clue(cost, risen));
    }

    private static Optional<Robust> risen(Beside beside) {
        double median = Robust.median(beside.usual());
        Robust robust = Robust.of(beside.value(), beside.usual(), 0.2 * median);
        boolean risen = median > 0
                && robust.ratio() >= LEAST_RATIO
                && robust.value() - median >= LEAST_DOLLARS
                && robust.notable()
                && beside.beyondTrend(1.5);
        return risen ? Optional.of(robust) : Optional.empty();
    }

    private Clue clue(Series cost, Robust last) {
        Bucket latest = period.latest(0);
        Series calls = history.of(Kinds.CALLS, cost.entity());
        double perCall = perCall(cost, calls, latest) / perCall(cost, calls, latest.back(7 * Series.DAY));
        String why = perCall >= 1.5
                ? "A call costs " + Words.times(perCall)
                        + " what it did a week ago: longer prompts or answers, or another price."
                : "A call costs about what it did: the model is called more often.";
        String description = Words.times(last.ratio()) + " the usual cost of " + Words.quoted(cost.entity())
                + ": $" + Words.number(last.value()) + " " + period.words(latest) + ", usually $"
                + Words.number(last.median()) + " " + period.usually() + ", and it was as dear before.";
        return new Clue(
                DOMAIN,
                cost.entity(),
                new Clue.Text(
                        description,
                        why,
                        history.date(period.latest(period.lasting()).day()),
                        history.date(latest.day())),
                last.ratio(),
                last.grade(
                        new Grade(0.9, last.ratio() >= 4 ? 0.85 : 0.65, last.ratio() >= 4 ? Severity.P1 : Severity.P2)),
                List.of(new Evidence("llm_analytics", description, cost.entity())));
    }

    private static double perCall(Series cost, Series calls, Bucket bucket) {
        double called = bucket.sum(calls);
        return called == 0 ? Double.NaN : bucket.sum(cost) / called;
    }
}
