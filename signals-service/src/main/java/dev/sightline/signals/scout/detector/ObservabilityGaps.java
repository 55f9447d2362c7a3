package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.detector.Clue.Grade;
import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Kinds;
import dev.sightline.signals.scout.projection.Series;
import dev.sightline.signals.scout.run.Finding.Evidence;
import dev.sightline.signals.scout.run.Severity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Recommends what to observe: models that nothing judges, evaluations that fell silent. */
@ApplicationScoped
class ObservabilityGaps implements Detector {

    private static final String UNJUDGED = "gap.evaluation";
    private static final String SILENT = "gap.silent_evaluation";
    private static final double STEADY_CALLS = 20;
    private static final double LEAST_RUNS = 20;
    private static final List<String> VERDICTS =
            List.of(Kinds.PASSED, Kinds.NOT_PASSED, Kinds.NOT_APPLICABLE, Kinds.RUN_FAILED);

    @Override
    public String skillName() {
        return "signals-scout-observability-gaps";
    }

    @Override
    public Set<String> domains() {
        return Set.of(UNJUDGED, SILENT);
    }

    @Override
    public List<Clue> detect(Facts facts) {
        History history = facts.history();
        int end = history.yesterday() + 1;
        return Stream.concat(unjudged(history, end), silent(history, end)).toList();
    }

    /** Models called every day of a week in which no evaluation had any result. */
    private static Stream<Clue> unjudged(History history, int end) {
        if (runs(history, end - 7, end) > 0) {
            return Stream.empty();
        }
        return history.all(Kinds.CALLS).stream()
                .filter(calls -> IntStream.range(end - 7, end).allMatch(day -> calls.day(day) >= STEADY_CALLS))
                .map(calls -> clue(
                        history,
                        UNJUDGED,
                        calls.entity(),
                        Words.number(calls.days(end - 7, end)) + " calls of " + Words.quoted(calls.entity())
                                + " in seven days and no result of any evaluation. Consider an evaluation."));
    }

    private static double runs(History history, int from, int to) {
        return VERDICTS.stream()
                .flatMap(kind -> history.all(kind).stream())
                .mapToDouble(series -> series.days(from, to))
                .sum();
    }

    /** Evaluations that had results in each of two weeks and none in the last, although models are called as before. */
    private static Stream<Clue> silent(History history, int end) {
        double callsNow = calls(history, end - 7, end);
        if (callsNow == 0 || callsNow < 0.75 * calls(history, end - 14, end - 7)) {
            return Stream.empty();
        }
        return VERDICTS.stream()
                .flatMap(kind -> history.all(kind).stream())
                .map(Series::entity)
                .distinct()
                .filter(evaluation -> results(history, evaluation, end - 7, end) == 0)
                .filter(evaluation -> results(history, evaluation, end - 14, end - 7) >= LEAST_RUNS)
                .filter(evaluation -> results(history, evaluation, end - 21, end - 14) >= LEAST_RUNS)
                .map(evaluation -> clue(
                        history,
                        SILENT,
                        evaluation,
                        "0 results of the evaluation " + Words.quoted(history.name(evaluation))
                                + " in seven days, while models were called as before."));
    }

    private static double calls(History history, int from, int to) {
        return history.all(Kinds.CALLS).stream()
                .mapToDouble(calls -> calls.days(from, to))
                .sum();
    }

    private static double results(History history, String evaluation, int from, int to) {
        return VERDICTS.stream()
                .mapToDouble(kind -> history.of(kind, evaluation).days(from, to))
                .sum();
    }

    private static Clue clue(History history, String domain, String entity, String description) {
        int day = history.yesterday();
        return new Clue(
                domain,
                entity,
                new Clue.Text(description, null, history.date(day - 6), history.date(day)),
                1,
                new Grade(0.8, 0.3, Severity.P3),
                List.of(new Evidence("llm_analytics", description, entity)));
    }
}
