package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.detector.Clue.Grade;
import dev.sightline.signals.scout.detector.ServiceState.Failing;
import dev.sightline.signals.scout.detector.ServiceState.Judging;
import dev.sightline.signals.scout.detector.ServiceState.Waiting;
import dev.sightline.signals.scout.run.Finding.Evidence;
import dev.sightline.signals.scout.run.Severity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether Sightline itself keeps up with the project. */
@ApplicationScoped
class HealthChecks implements Detector {

    private static final String PROJECT = "project";
    private static final String RUNS = "health.scout_runs";
    private static final String PAUSE = "health.pause";
    private static final String BACKLOG = "health.backlog";
    private static final String JUDGING = "health.judging";
    private static final int LEAST_FAILED = 3;
    private static final Duration LONG_PAUSE = Duration.ofDays(1);
    private static final Duration LONG_WAIT = Duration.ofHours(1);

    @Override
    public String skillName() {
        return "signals-scout-health-checks";
    }

    @Override
    public Set<String> domains() {
        return Set.of(RUNS, PAUSE, BACKLOG, JUDGING);
    }

    @Override
    public List<Clue> detect(Facts facts) {
        return Stream.of(failing(facts), waiting(facts), judging(facts))
                .flatMap(clues -> clues)
                .toList();
    }

    private static Stream<Clue> failing(Facts facts) {
        return facts.service().failing().stream()
                .filter(scout -> scout.failures() >= LEAST_FAILED)
                .map(scout -> failing(facts, scout));
    }

    private static Clue failing(Facts facts, Failing scout) {
        return clue(
                facts,
                RUNS,
                scout.skillName(),
                "The last " + scout.failures() + " runs of the scout " + Words.quoted(scout.skillName()) + " failed"
                        + (scout.paused() ? "; it is tried once a day until one succeeds." : ".")
                        + " Their errors stand in the list of runs.");
    }

    private static Stream<Clue> waiting(Facts facts) {
        return Stream.ofNullable(facts.service().waiting())
                .filter(waiting ->
                        waiting.since().isBefore(facts.now().minus(waiting.paused() ? LONG_PAUSE : LONG_WAIT)))
                .map(waiting -> waiting(facts, waiting));
    }

    private static Clue waiting(Facts facts, Waiting waiting) {
        String description = "Signals have waited since " + waiting.since();
        return waiting.paused()
                ? clue(facts, PAUSE, PROJECT, description + " because the grouping of this project is paused.")
                : clue(
                        facts,
                        BACKLOG,
                        PROJECT,
                        description + " although the grouping is not paused: it does not keep up.");
    }

    private static Stream<Clue> judging(Facts facts) {
        Judging judging = facts.service().judging();
        return judging.failed() >= LEAST_FAILED && judging.failed() == judging.ended()
                ? Stream.of(clue(
                        facts,
                        JUDGING,
                        PROJECT,
                        "All " + judging.failed()
                                + " runs that judge reports failed in three days: the model or its key"
                                + " may not work."))
                : Stream.empty();
    }

    private static Clue clue(Facts facts, String domain, String entity, String description) {
        LocalDate today = facts.now().atOffset(ZoneOffset.UTC).toLocalDate();
        return new Clue(
                domain,
                entity,
                new Clue.Text(description, null, today.minusDays(2), today),
                1,
                new Grade(0.95, 0.4, Severity.P3),
                List.of(new Evidence("signals", description, entity)));
    }
}
