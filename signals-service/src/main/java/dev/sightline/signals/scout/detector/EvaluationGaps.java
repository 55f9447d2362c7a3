package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Kinds;
import dev.sightline.signals.scout.projection.Roster;
import dev.sightline.signals.scout.projection.Roster.Thing;
import dev.sightline.signals.scout.projection.Series;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Models that no evaluation judges, and evaluations that are switched on and say nothing. */
final class EvaluationGaps {

    static final String UNJUDGED = "gap.evaluation";
    static final String SILENT = "gap.silent_evaluation";

    private static final String PRODUCT = "llm_analytics";
    private static final double STEADY_CALLS = 20;
    private static final double LEAST_RUNS = 20;
    private static final List<String> VERDICTS =
            List.of(Kinds.PASSED, Kinds.NOT_PASSED, Kinds.NOT_APPLICABLE, Kinds.RUN_FAILED);

    private final History history;
    private final Roster roster;
    private final int end;
    private final Instant weekBegan;

    EvaluationGaps(History history, Roster roster) {
        this.history = history;
        this.roster = roster;
        this.end = history.yesterday() + 1;
        this.weekBegan = history.date(end - 7).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    Stream<Clue> clues() {
        return Stream.concat(unjudged(), silent());
    }

    /** Models called every day of a week in which no evaluation is switched on and none had any result. */
    private Stream<Clue> unjudged() {
        if (runs(end - 7, end) > 0 || roster.all(Roster.EVALUATION).anyMatch(Thing::runs)) {
            return Stream.empty();
        }
        return history.all(Kinds.CALLS).stream().filter(this::isSteady).map(calls -> new Recommendation(
                        UNJUDGED, calls.entity(), PRODUCT)
                .clue(
                        history,
                        Words.number(calls.days(end - 7, end)) + " calls of " + Words.quoted(calls.entity())
                                + " in seven days and no result of any evaluation. Consider an evaluation."));
    }

    private boolean isSteady(Series calls) {
        return IntStream.range(end - 7, end).allMatch(day -> calls.day(day) >= STEADY_CALLS);
    }

    private double runs(int from, int to) {
        return VERDICTS.stream()
                .flatMap(kind -> history.all(kind).stream())
                .mapToDouble(series -> series.days(from, to))
                .sum();
    }

    /** Evaluations without a result in the week, although models are called as before and they should have had some. */
    private Stream<Clue> silent() {
        double callsNow = calls(end - 7, end);
        if (callsNow == 0 || callsNow < 0.75 * calls(end - 14, end - 7)) {
            return Stream.empty();
        }
        return Stream.concat(switchedOn(), usedToSpeak())
                .distinct()
                .filter(evaluation -> results(evaluation, end - 7, end) == 0)
                .map(evaluation -> new Recommendation(SILENT, evaluation, PRODUCT)
                        .clue(
                                history,
                                "0 results of the evaluation " + Words.quoted(name(evaluation))
                                        + " in seven days, while models were called as before."));
    }

    /** Those that were on all week while models were called every day. */
    private Stream<String> switchedOn() {
        return history.all(Kinds.CALLS).stream().anyMatch(this::isSteady)
                ? roster.all(Roster.EVALUATION)
                        .filter(evaluation -> evaluation.runsSince(weekBegan))
                        .map(Thing::id)
                : Stream.empty();
    }

    /** Those with results in each of the two weeks before that nobody switched off. */
    private Stream<String> usedToSpeak() {
        return VERDICTS.stream()
                .flatMap(kind -> history.all(kind).stream())
                .map(Series::entity)
                .filter(evaluation -> roster.find(Roster.EVALUATION, evaluation)
                        .map(Thing::runs)
                        .orElse(true))
                .filter(evaluation -> results(evaluation, end - 14, end - 7) >= LEAST_RUNS)
                .filter(evaluation -> results(evaluation, end - 21, end - 14) >= LEAST_RUNS);
    }

    private String name(String evaluation) {
        return roster.find(Roster.EVALUATION, evaluation).map(Thing::name).orElseGet(() -> history.name(evaluation));
    }

    private double calls(int from, int to) {
        return history.all(Kinds.CALLS).stream()
                .mapToDouble(calls -> calls.days(from, to))
                .sum();
    }

    private double results(String evaluation, int from, int to) {
        return VERDICTS.stream()
                .mapToDouble(kind -> history.of(kind, evaluation).days(from, to))
                .sum();
    }
}
