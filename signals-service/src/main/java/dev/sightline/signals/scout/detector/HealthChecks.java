package dev.sightline.signals.scout.detector;

import dev.sightline.signals.scout.detector.Clue.Grade;
import dev.sightline.signals.scout.detector.ServiceState.Failing;
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

    private static final String RUNS = "health.scout_runs";
    private static final String PAUSE = "health.pause";
    private static final int LEAST_FAILED = 3;
    private static final Duration LONG_PAUSE = Duration.ofDays(1);

    @Override
    public String skillName() {
        return "signals-scout-health-checks";
    }

    @Override
    public Set<String> domains() {
        return Set.of(RUNS, PAUSE);
    }

    @Override
    public List<Clue> detect(Facts facts) {
        return Stream.concat(failing(facts), paused(facts)).toList();
    }

    private static Stream<Clue> failing(Facts facts) {
        return facts.service().failing().stream()
                .filter(scout -> scout.failed() >= LEAST_FAILED && scout.failed() == scout.ended())
                .map(scout -> failing(facts, scout));
    }

    private static Clue failing(Facts facts, Failing scout) {
        return clue(
                facts,
                RUNS,
                scout.skillName(),
                "All " + scout.failed() + " runs of the scout " + Words.quoted(scout.skillName())
                        + " in three days failed. Their errors stand in the list of runs.");
    }

    private static Stream<Clue> paused(Facts facts) {
        return Stream.ofNullable(facts.service().pausedSince())
                .filter(since -> since.isBefore(facts.now().minus(LONG_PAUSE)))
                .map(since -> clue(
                        facts,
                        PAUSE,
                        "project",
                        "Signals have waited since " + since + " because the grouping of this project is paused."));
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
