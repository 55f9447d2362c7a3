package dev.sightline.signals.pipeline;

import static dev.sightline.signals.report.state.ReportStatus.CANDIDATE;
import static dev.sightline.signals.report.state.ReportStatus.DELETED;
import static dev.sightline.signals.report.state.ReportStatus.POTENTIAL;
import static dev.sightline.signals.report.state.ReportStatus.READY;
import static dev.sightline.signals.report.state.ReportStatus.RESOLVED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.sightline.signals.pipeline.Assign.Target;
import dev.sightline.signals.pipeline.Assignment.Joins;
import dev.sightline.signals.pipeline.Assignment.MeetsDeleted;
import dev.sightline.signals.pipeline.Assignment.Opens;
import dev.sightline.signals.pipeline.MatchDecision.Existing;
import dev.sightline.signals.pipeline.MatchDecision.Opening;
import dev.sightline.signals.report.state.ReportFacts;
import dev.sightline.signals.report.state.ReportState;
import dev.sightline.signals.report.state.ReportStatus;
import dev.sightline.signals.report.state.Tally;
import dev.sightline.signals.report.state.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssignTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final UUID REPORT = UUID.randomUUID();

    private final Assign assign = new Assign(PromotionRule.DEFAULT);

    @ParameterizedTest
    @CsvSource({"0.5, POTENTIAL", "0.9999, POTENTIAL", "1.0, CANDIDATE"})
    void aNewReportIsPromotedByWeightOneAlone(double weight, ReportStatus status) {
        Opens opens = assign.open(new Opening("T", "S", List.of(), "r"), weight, NOW);

        assertEquals(status, opens.report().status());
        assertEquals(new Tally(weight, 1, 0, 0), opens.report().facts().tally());
    }

    @ParameterizedTest
    @CsvSource({
        // status, weight so far, count so far, threshold, then: status after a signal of 0.5
        "POTENTIAL,     0.5, 1,  0, CANDIDATE",
        "POTENTIAL,     0.4, 1,  0, POTENTIAL",
        "POTENTIAL,     5.0, 3,  5, POTENTIAL",
        "POTENTIAL,     5.0, 4,  5, CANDIDATE",
        "READY,         1.0, 9,  0, CANDIDATE",
        "READY,         1.0, 10, 0, READY",
        "CANDIDATE,     1.0, 2,  0, CANDIDATE",
        "IN_PROGRESS,   9.0, 2,  0, IN_PROGRESS",
        "PENDING_INPUT, 9.0, 2,  0, PENDING_INPUT",
        "FAILED,        9.0, 2,  0, FAILED",
        "SUPPRESSED,    9.0, 2,  0, SUPPRESSED"
    })
    void aSignalIsCountedAndPromotesByStatus(
            ReportStatus before, double weight, int count, int threshold, ReportStatus after) {
        ReportFacts facts = facts(new Tally(weight, count, threshold, 1));

        Joins joins = assertInstanceOf(Joins.class, join(new Target(state(before, facts), false), null));

        assertEquals(after, joins.report().status());
        assertEquals(
                new Tally(weight + 0.5, count + 1, threshold, 1),
                joins.report().facts().tally());
    }

    @Test
    void tenTenthsAreOne() {
        ReportState report = state(POTENTIAL, facts(new Tally(0.1, 1, 0, 0)));
        for (int i = 0; i < 9; i++) {
            report = report.with(report.facts().plus(0.1, null));
        }

        assertEquals(CANDIDATE, PromotionRule.DEFAULT.apply(report, NOW).status());
    }

    @Test
    void promotionKeepsTheTitleOfTheSpecificityCheck() {
        Joins joins = (Joins) join(new Target(state(READY, facts(Tally.first(1))), false), "fix: coupons");

        assertEquals(CANDIDATE, joins.report().status());
        assertEquals("fix: coupons", joins.report().facts().wording().title());
        assertEquals(NOW, joins.report().facts().promotedAt());
    }

    @Test
    void aDeletedReportKeepsItsCounters() {
        assertEquals(new MeetsDeleted(), join(new Target(state(DELETED, facts(Tally.first(1))), false), null));
    }

    @Test
    void whatMatchesASettledReportOpensARelatedOne() {
        Target settled = new Target(state(RESOLVED, facts(Tally.first(1))), true);

        Opens opens = assertInstanceOf(Opens.class, join(settled, "ignored"));

        assertEquals(Wording.of("Title", "Summary"), opens.report().facts().wording());
        assertEquals(Tally.first(0.5), opens.report().facts().tally());
    }

    private Assignment join(Target target, String prTitle) {
        Existing match = new Existing(REPORT, UUID.randomUUID(), "query", "reason");
        Matched matched = new Matched(
                match, Optional.ofNullable(prTitle).map(title -> new SpecificityVerdict(title, true, "one fix")));
        return assign.join(target, matched, 0.5, NOW);
    }

    private static ReportFacts facts(Tally tally) {
        return new ReportFacts(tally, new Wording("Title", "Summary", "Error"), null, null);
    }

    private static ReportState state(ReportStatus status, ReportFacts facts) {
        return ReportState.of(status, facts, READY);
    }
}
