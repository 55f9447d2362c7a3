package dev.sightline.signals.pipeline;

import static dev.sightline.signals.report.ReportStatus.CANDIDATE;
import static dev.sightline.signals.report.ReportStatus.DELETED;
import static dev.sightline.signals.report.ReportStatus.POTENTIAL;
import static dev.sightline.signals.report.ReportStatus.READY;
import static dev.sightline.signals.report.ReportStatus.RESOLVED;
import static dev.sightline.signals.report.ReportStatus.SUPPRESSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.signals.pipeline.Assign.Target;
import dev.sightline.signals.pipeline.Assignment.Joins;
import dev.sightline.signals.pipeline.Assignment.MeetsDeleted;
import dev.sightline.signals.pipeline.Assignment.Opens;
import dev.sightline.signals.pipeline.MatchDecision.Existing;
import dev.sightline.signals.pipeline.MatchDecision.Opening;
import dev.sightline.signals.report.ReportFacts;
import dev.sightline.signals.report.ReportState;
import dev.sightline.signals.report.ReportStatus;
import dev.sightline.signals.report.Tally;
import dev.sightline.signals.report.Wording;
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
    @CsvSource({"0.5, POTENTIAL, false", "0.9999, POTENTIAL, false", "1.0, CANDIDATE, true"})
    void aNewReportIsPromotedByWeightOneAlone(double weight, ReportStatus status, boolean promoted) {
        Opens opens = assign.open(new Opening("T", "S", List.of(), "r"), weight, NOW);

        assertEquals(status, opens.report().status());
        assertEquals(promoted, opens.promoted());
        assertEquals(new Tally(weight, 1, 0, 0), opens.report().facts().tally());
        assertEquals(Optional.empty(), opens.relatedTo());
    }

    @ParameterizedTest
    @CsvSource({
        // status, weight so far, count so far, threshold, then: status and promoted after a signal of 0.5
        "POTENTIAL,     0.5, 1,  0, CANDIDATE,     true",
        "POTENTIAL,     0.4, 1,  0, POTENTIAL,     false",
        "POTENTIAL,     5.0, 3,  5, POTENTIAL,     false",
        "POTENTIAL,     5.0, 4,  5, CANDIDATE,     true",
        "READY,         1.0, 9,  0, CANDIDATE,     true",
        "READY,         1.0, 10, 0, READY,         false",
        "CANDIDATE,     1.0, 2,  0, CANDIDATE,     true",
        "IN_PROGRESS,   9.0, 2,  0, IN_PROGRESS,   false",
        "PENDING_INPUT, 9.0, 2,  0, PENDING_INPUT, false",
        "FAILED,        9.0, 2,  0, FAILED,        false",
        "SUPPRESSED,    9.0, 2,  0, SUPPRESSED,    false"
    })
    void aSignalIsCountedAndPromotesByStatus(
            ReportStatus before, double weight, int count, int threshold, ReportStatus after, boolean promoted) {
        ReportFacts facts = facts(new Tally(weight, count, threshold, 1));

        Joins joins = assertInstanceOf(Joins.class, join(new Target(REPORT, state(before, facts), false), null));

        assertEquals(after, joins.report().status());
        assertEquals(promoted, joins.promoted());
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

        assertTrue(PromotionRule.DEFAULT.promotes(report));
    }

    @Test
    void aFullReadyReportOnlyCollects() {
        Joins joins = (Joins) join(new Target(REPORT, state(READY, facts(new Tally(1, 10, 0, 1))), false), null);

        assertTrue(joins.onlyCollects());
        assertFalse(joins.promoted());
    }

    @Test
    void promotionKeepsTheTitleOfTheSpecificityCheck() {
        Joins joins = (Joins) join(new Target(REPORT, state(READY, facts(Tally.first(1))), false), "fix: coupons");

        assertEquals(CANDIDATE, joins.report().status());
        assertEquals("fix: coupons", joins.report().facts().wording().title());
        assertEquals(NOW, joins.report().facts().promotedAt());
    }

    @Test
    void aDeletedReportKeepsItsCounters() {
        assertEquals(
                new MeetsDeleted(REPORT), join(new Target(REPORT, state(DELETED, facts(Tally.first(1))), false), null));
    }

    @Test
    void whatMatchesASettledReportOpensARelatedOne() {
        for (Target settled : List.of(
                new Target(REPORT, state(RESOLVED, facts(Tally.first(1))), false),
                new Target(REPORT, state(SUPPRESSED, facts(Tally.first(1))), true))) {
            Opens opens = assertInstanceOf(Opens.class, join(settled, "ignored"));

            assertEquals(Optional.of(REPORT), opens.relatedTo());
            assertEquals(Wording.of("Title", "Summary"), opens.report().facts().wording());
            assertEquals(Tally.first(0.5), opens.report().facts().tally());
        }
    }

    @Test
    void aSnoozedAlreadyFixedReportKeepsAbsorbing() {
        Target snoozed = new Target(REPORT, state(POTENTIAL, facts(new Tally(1, 2, 12, 1))), true);

        assertInstanceOf(Joins.class, join(snoozed, null));
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
