package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.detector.Clue.Grade;
import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Kinds;
import dev.sightline.signals.scout.projection.Series;
import dev.sightline.signals.scout.run.Finding.Evidence;
import dev.sightline.signals.scout.run.Severity;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A model that answers later than before, judged quantile by quantile. */
final class ModelLatency {

    static final String DOMAIN = "llm.latency";

    private static final double LEAST_CALLS = 100;
    private static final double LEAST_RATIO = 1.5;
    private static final List<String> QUANTILES = List.of(Kinds.P50, Kinds.P90, Kinds.P99);

    private final History history;
    private final Period period;

    ModelLatency(History history, Period period) {
        this.history = history;
        this.period = period;
    }

    List<Clue> clues() {
        return history.all(Kinds.CALLS).stream()
                .filter(calls -> period.latest(0).sum(calls) >= LEAST_CALLS)
                .flatMap(calls -> clue(calls).stream())
                .toList();
    }

    private Optional<Clue> clue(Series calls) {
        List<Slower> slower = QUANTILES.stream()
                .flatMap(quantile -> slower(quantile, calls).stream())
                .toList();
        return slower.isEmpty() ? Optional.empty() : Optional.of(clue(calls, slower));
    }

    private record Slower(String quantile, Robust seconds) {

        @Override
        public String toString() {
            return quantile.substring(quantile.length() - 3) + " " + Words.number(seconds.value()) + " s, usually "
                    + Words.number(seconds.median()) + " s";
        }
    }

    private Optional<Slower> slower(String quantile, Series calls) {
        Series latency = history.of(quantile, calls.entity());
        return period.lasts(period.lasting(), bucket -> slower(latency, calls, bucket))
                .map(seconds -> new Slower(quantile, seconds));
    }

    private Optional<Robust> slower(Series latency, Series calls, Bucket bucket) {
        double[] usual = period.alike(bucket).stream()
                .mapToDouble(one -> one.weighted(latency, calls))
                .filter(Double::isFinite)
                .toArray();
        double value = bucket.weighted(latency, calls);
        if (usual.length < period.leastAlike() || Double.isNaN(value)) {
            return Optional.empty();
        }
        Robust seconds = Robust.of(value, usual, 0.1 * Robust.median(usual));
        double before = period.before(bucket).weighted(latency, calls);
        boolean late = seconds.notable() && seconds.ratio() >= LEAST_RATIO && !(value < 1.3 * before);
        return late ? Optional.of(seconds) : Optional.empty();
    }

    /** By the number of quantiles that are unusual, not merely notable. */
    private static double confidence(long unusual) {
        return unusual >= 2 ? 0.9 : unusual == 1 ? 0.7 : 0.5;
    }

    private Clue clue(Series calls, List<Slower> slower) {
        Bucket latest = period.latest(0);
        LocalDate day = history.date(latest.day());
        Robust slowest = slower.stream()
                .map(Slower::seconds)
                .max(Comparator.comparingDouble(Robust::ratio))
                .orElseThrow();
        double ratio = slowest.ratio();
        long unusual = slower.stream().filter(one -> one.seconds().unusual()).count();
        String description = Words.times(ratio) + " the usual latency of " + Words.quoted(calls.entity()) + " "
                + period.words(latest) + ": "
                + String.join("; ", slower.stream().map(Slower::toString).toList()) + ".";
        return new Clue(
                DOMAIN,
                calls.entity(),
                new Clue.Text(description, null, day, day),
                ratio,
                new Grade(confidence(unusual), 0.65, ratio >= 4 ? Severity.P1 : Severity.P2),
                List.of(new Evidence("llm_analytics", description, calls.entity())));
    }
}
