package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.detector.Clue.Grade;
import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Kinds;
import dev.sightline.signals.scout.projection.Series;
import dev.sightline.signals.scout.run.Finding.Evidence;
import dev.sightline.signals.scout.run.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A model whose calls fail more often than in the days, or at the same hours, before. */
final class ModelErrors {

    static final String DOMAIN = "llm.errors";

    private static final double LEAST_CALLS = 50;
    private static final double LEAST_ERRORS = 20;
    private static final double LEAST_RISE = 0.05;

    private final History history;
    private final Period period;

    ModelErrors(History history, Period period) {
        this.history = history;
        this.period = period;
    }

    List<Clue> clues() {
        return history.all(Kinds.ERRORS).stream()
                .flatMap(errors -> clue(errors, history.of(Kinds.CALLS, errors.entity())).stream())
                .toList();
    }

    private Optional<Clue> clue(Series errors, Series calls) {
        return period.lasts(period.lasting(), bucket -> risen(errors, calls, bucket))
                .map(rate -> clue(errors, rate));
    }

    private Optional<Robust> risen(Series errors, Series calls, Bucket bucket) {
        double[] usual = usual(errors, calls, bucket);
        double called = bucket.sum(calls);
        if (usual.length < period.leastAlike() || called < LEAST_CALLS || bucket.sum(errors) < LEAST_ERRORS) {
            return Optional.empty();
        }
        double median = Robust.median(usual);
        double noise = Math.sqrt(Math.max(median, 0.01) * (1 - median) / called);
        Robust rate = Robust.of(rate(errors, calls, bucket), usual, Math.max(noise, 0.01));
        boolean risen = rate.notable()
                && rate.value() >= Math.max(2 * median, median + LEAST_RISE)
                && rate.value() >= 1.5 * rate(errors, calls, period.before(bucket));
        return risen ? Optional.of(rate) : Optional.empty();
    }

    private double[] usual(Series errors, Series calls, Bucket bucket) {
        return period.alike(bucket).stream()
                .filter(one -> one.sum(calls) >= LEAST_CALLS)
                .mapToDouble(one -> rate(errors, calls, one))
                .toArray();
    }

    private static double rate(Series errors, Series calls, Bucket bucket) {
        double called = bucket.sum(calls);
        return called == 0 ? 0 : bucket.sum(errors) / called;
    }

    private Clue clue(Series errors, Robust rate) {
        Bucket latest = period.latest(0);
        LocalDate day = history.date(latest.day());
        String description = Words.percent(rate.value()) + " of the calls of " + Words.quoted(errors.entity())
                + " failed " + period.words(latest) + ", usually " + Words.percent(rate.median()) + ": "
                + Words.number(latest.sum(errors)) + " failed calls.";
        boolean severe = rate.value() >= 0.5;
        return new Clue(
                DOMAIN,
                errors.entity(),
                new Clue.Text(description, null, day, day),
                rate.value(),
                rate.grade(new Grade(0.85, severe ? 0.95 : 0.75, severe ? Severity.P1 : Severity.P2)),
                List.of(new Evidence("llm_analytics", description, errors.entity())));
    }
}
