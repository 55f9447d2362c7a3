package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.detector.Clue.Grade;
import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Kinds;
import dev.sightline.signals.scout.projection.Series;
import dev.sightline.signals.scout.run.Finding.Evidence;
import dev.sightline.signals.scout.run.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Evaluations of the last seven complete days: runs that fail, verdicts that do not apply, and pass rates that left their
 * own past. The last are no more than notes here, because each evaluation reports its own results.
 */
final class EvaluationHealth {

    static final String CONFIGURATION = "evaluation.configuration";
    static final String PASS_RATE = "evaluation.pass_rate";

    private static final double FAILED_RUNS = 20;
    private static final double MANY_RUNS = 50;

    private final History history;
    private final int end;

    EvaluationHealth(History history) {
        this.history = history;
        this.end = history.yesterday() + 1;
    }

    List<Clue> clues() {
        return evaluations().stream()
                .flatMap(evaluation -> Stream.of(failing(evaluation), idle(evaluation), shifted(evaluation)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Set<String> evaluations() {
        Set<String> all = new TreeSet<>();
        Stream.of(Kinds.PASSED, Kinds.NOT_PASSED, Kinds.NOT_APPLICABLE, Kinds.RUN_FAILED)
                .flatMap(kind -> history.all(kind).stream())
                .map(Series::entity)
                .forEach(all::add);
        return all;
    }

    private double week(String kind, String evaluation) {
        return history.of(kind, evaluation).days(end - 7, end);
    }

    private double runs(String evaluation) {
        return Stream.of(Kinds.PASSED, Kinds.NOT_PASSED, Kinds.NOT_APPLICABLE, Kinds.RUN_FAILED)
                .mapToDouble(kind -> week(kind, evaluation))
                .sum();
    }

    private Optional<Clue> failing(String evaluation) {
        double failed = week(Kinds.RUN_FAILED, evaluation);
        return failed >= FAILED_RUNS && failed >= 0.5 * runs(evaluation)
                ? Optional.of(configuration(
                        evaluation,
                        Words.number(failed) + " of " + Words.number(runs(evaluation)) + " runs of the evaluation "
                                + Words.quoted(history.name(evaluation)) + " failed in seven days.",
                        "Its model or its key does not work.",
                        new Grade(0.85, 0.65, Severity.P2)))
                : Optional.empty();
    }

    private Optional<Clue> idle(String evaluation) {
        double idle = week(Kinds.NOT_APPLICABLE, evaluation);
        return runs(evaluation) >= MANY_RUNS && idle >= 0.8 * runs(evaluation)
                ? Optional.of(configuration(
                        evaluation,
                        Words.percent(idle / runs(evaluation)) + " of the runs of the evaluation "
                                + Words.quoted(history.name(evaluation)) + " did not apply in seven days.",
                        "Its conditions let events through that it was not made for.",
                        new Grade(0.8, 0.4, Severity.P3)))
                : Optional.empty();
    }

    private Clue configuration(String evaluation, String description, String why, Grade grade) {
        return new Clue(
                CONFIGURATION,
                evaluation,
                new Clue.Text(description, why, history.date(end - 7), history.date(end - 1)),
                1,
                grade,
                List.of(new Evidence("llm_analytics", description, evaluation)));
    }

    private Optional<Clue> shifted(String evaluation) {
        Shares shares = passRate(history, evaluation, end);
        if (!shares.differ(0.15, 30) || shares.difference() > 0) {
            return Optional.empty();
        }
        String description = Words.percent(shares.now()) + " of the verdicts of the evaluation "
                + Words.quoted(history.name(evaluation)) + " passed in seven days, " + Words.percent(shares.before())
                + " in the three weeks before.";
        return Optional.of(new Clue(
                PASS_RATE,
                evaluation,
                new Clue.Text(description, null, history.date(end - 7), history.date(end - 1)),
                -shares.difference(),
                new Grade(0.5, 0.5, Severity.P3),
                List.of(new Evidence("llm_analytics", description, evaluation))));
    }

    /** The share of verdicts that passed in the seven days before {@code end} beside the three weeks before those. */
    static Shares passRate(History history, String evaluation, int end) {
        Series passed = history.of(Kinds.PASSED, evaluation);
        Series not = history.of(Kinds.NOT_PASSED, evaluation);
        double before = passed.days(end - 28, end - 7);
        double now = passed.days(end - 7, end);
        return new Shares(now, now + not.days(end - 7, end), before, before + not.days(end - 28, end - 7));
    }
}
