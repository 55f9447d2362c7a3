package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.detector.Clue.Grade;
import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Kinds;
import dev.sightline.signals.scout.projection.Series;
import dev.sightline.signals.scout.run.Finding.Evidence;
import dev.sightline.signals.scout.run.Severity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Things that moved at the same time in different parts of the project, each of which another scout may leave alone. */
@ApplicationScoped
class Coincidences implements Detector {

    private static final String DOMAIN = "coincidence";

    @Override
    public String skillName() {
        return "signals-scout-general";
    }

    @Override
    public Set<String> domains() {
        return Set.of(DOMAIN);
    }

    @Override
    public List<Clue> detect(Facts facts) {
        History history = facts.history();
        List<Evidence> moved = new ArrayList<>();
        Stream.of(models(history), evaluations(history), scanners(history))
                .flatMap(part -> part.limit(3))
                .forEach(moved::add);
        long parts = moved.stream().map(Evidence::sourceProduct).distinct().count();
        boolean evaluationToo = moved.stream().anyMatch(one -> one.summary().startsWith("The evaluation"));
        boolean modelToo = moved.stream().anyMatch(one -> one.summary().startsWith("The model"));
        return parts >= 2 || (evaluationToo && modelToo) ? List.of(clue(history, moved)) : List.of();
    }

    private static Stream<Evidence> models(History history) {
        Period days = new Days(history);
        return Stream.of(new ModelErrors(history, days).clues(), new ModelLatency(history, days).clues())
                .flatMap(List::stream)
                .filter(Clue::certain)
                .map(clue -> new Evidence(
                        "llm_analytics", "The model moved: " + clue.text().description(), clue.entity()));
    }

    private static Stream<Evidence> evaluations(History history) {
        int end = history.yesterday() + 1;
        return history.all(Kinds.PASSED).stream()
                .map(Series::entity)
                .filter(evaluation -> fell(EvaluationHealth.passRate(history, evaluation, end)))
                .map(evaluation -> new Evidence(
                        "llm_analytics",
                        "The evaluation " + Words.quoted(history.name(evaluation)) + " passes less often than before.",
                        evaluation));
    }

    private static boolean fell(Shares shares) {
        return shares.differ(0.1, 30) && shares.difference() < 0;
    }

    private static Stream<Evidence> scanners(History history) {
        int end = history.yesterday() + 1;
        return history.all(Kinds.YES).stream()
                .map(Series::entity)
                .filter(scanner -> ScannerShift.yes(history, scanner, end).differ(0.1, 30))
                .map(scanner -> new Evidence(
                        "replay_vision",
                        "The scanner " + Words.quoted(history.name(scanner)) + " answers otherwise than before.",
                        scanner));
    }

    private static Clue clue(History history, List<Evidence> moved) {
        int day = history.yesterday();
        String description = moved.size() + " streams of different parts moved in the same days. "
                + String.join(" ", moved.stream().map(Evidence::summary).toList());
        return new Clue(
                DOMAIN,
                "project",
                new Clue.Text(description, "They may have one cause.", history.date(day - 6), history.date(day)),
                moved.size(),
                new Grade(0.7, 0.65, Severity.P2),
                moved);
    }
}
