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
import java.util.stream.Stream;

/** A model that answers later than before, judged quantile by quantile. */
final class ModelLatency {

    static final String DOMAIN = "llm.latency";

    private static final int BACK = 28;
    private static final int LEAST_POINTS = 10;
    private static final double LEAST_CALLS = 100;
    private static final double LEAST_RATIO = 1.5;
    private static final List<String> QUANTILES = List.of(Kinds.P50, Kinds.P90, Kinds.P99);

    private final History history;

    ModelLatency(History history) {
        this.history = history;
    }

    List<Clue> clues() {
        return history.all(Kinds.CALLS).stream()
                .filter(calls -> calls.day(history.yesterday()) >= LEAST_CALLS)
                .flatMap(calls -> clue(calls).stream())
                .toList();
    }

    private Optional<Clue> clue(Series calls) {
        List<Slower> slower =
                QUANTILES.stream().flatMap(quantile -> slower(quantile, calls)).toList();
        return slower.isEmpty() ? Optional.empty() : Optional.of(clue(calls, slower));
    }

    private record Slower(String quantile, Robust seconds) {

        @Override
        public String toString() {
            return quantile.substring(quantile.length() - 3) + " " + Words.number(seconds.value()) + " s, usually "
                    + Words.number(seconds.median()) + " s";
        }
    }

    private Stream<Slower> slower(String quantile, Series calls) {
        Series latency = history.of(quantile, calls.entity());
        int day = history.yesterday();
        double[] usual = IntStream.range(Math.max(0, day - BACK), day)
                .mapToDouble(one -> latency.weighted(one, calls))
                .filter(Double::isFinite)
                .toArray();
        double value = latency.weighted(day, calls);
        if (usual.length < LEAST_POINTS || Double.isNaN(value)) {
            return Stream.empty();
        }
        Robust seconds = Robust.of(value, usual, 0.1 * Robust.median(usual));
        double before = latency.weighted(day - 1, calls);
        boolean late = seconds.unusual() && seconds.ratio() >= LEAST_RATIO && !(value < 1.3 * before);
        return late ? Stream.of(new Slower(quantile, seconds)) : Stream.empty();
    }

    private Clue clue(Series calls, List<Slower> slower) {
        int day = history.yesterday();
        double ratio =
                slower.stream().mapToDouble(one -> one.seconds().ratio()).max().orElseThrow();
        String description = Words.times(ratio) + " the usual latency of " + Words.quoted(calls.entity()) + " on "
                + history.date(day) + ": "
                + String.join("; ", slower.stream().map(Slower::toString).toList()) + ".";
        return new Clue(
                DOMAIN,
                calls.entity(),
                new Clue.Text(description, null, history.date(day), history.date(day)),
                ratio,
                new Grade(slower.size() >= 2 ? 0.9 : 0.7, 0.65, ratio >= 4 ? Severity.P1 : Severity.P2),
                List.of(new Evidence("llm_analytics", description, calls.entity())));
    }
}
