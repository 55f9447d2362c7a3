package dev.sightline.signals.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.signals.pipeline.Judgement.Presentation;
import dev.sightline.signals.pipeline.Judgement.Reasoned;
import dev.sightline.signals.report.state.InProgress;
import dev.sightline.signals.report.state.ReportFacts;
import dev.sightline.signals.report.state.ReportState;
import dev.sightline.signals.report.state.ReportStatus;
import dev.sightline.signals.report.state.Tally;
import dev.sightline.signals.report.state.Wording;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunEndTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // judgement, signals seen by the run, signals now, then: status, error, weight
        "IMMEDIATELY_ACTIONABLE, 3,  3,  READY, ,    2.0",
        "IMMEDIATELY_ACTIONABLE, 3,  5,  CANDIDATE,  ,    2.0",
        "IMMEDIATELY_ACTIONABLE, 3,  10, CANDIDATE,  ,    2.0",
        "IMMEDIATELY_ACTIONABLE, 3,  11, READY, ,    2.0",
        "REQUIRES_HUMAN_INPUT,   3,  5,  PENDING_INPUT, why, 2.0",
        "NOT_ACTIONABLE,         3,  5,  POTENTIAL, why, 0.0"
    })
    void theJudgementDecidesTheEnd(
            Actionability choice, int seen, int count, ReportStatus status, String error, double weight) {
        InProgress running =
                new InProgress(new ReportFacts(new Tally(2, count, seen + 3, 1), Wording.of("Old", "Old"), NOW, NOW));
        Judgement judgement = new Judgement(
                new Presentation("Title", "Summary"), new Reasoned<>(choice, "why"), Optional.empty(), false);

        ReportState end = RunEnd.of(running, judgement, seen, NOW);

        assertEquals(status, end.status());
        assertEquals(error, end.facts().wording().error());
        assertEquals(weight, end.facts().tally().totalWeight());
        assertEquals(
                status == ReportStatus.POTENTIAL ? "Old" : "Title",
                end.facts().wording().title());
        assertEquals(status == ReportStatus.POTENTIAL ? null : NOW, end.facts().promotedAt());
    }
}
