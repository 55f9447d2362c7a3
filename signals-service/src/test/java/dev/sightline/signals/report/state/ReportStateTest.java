package dev.sightline.signals.report.state;

import static dev.sightline.signals.report.state.ReportStatus.CANDIDATE;
import static dev.sightline.signals.report.state.ReportStatus.DELETED;
import static dev.sightline.signals.report.state.ReportStatus.FAILED;
import static dev.sightline.signals.report.state.ReportStatus.IN_PROGRESS;
import static dev.sightline.signals.report.state.ReportStatus.PENDING_INPUT;
import static dev.sightline.signals.report.state.ReportStatus.POTENTIAL;
import static dev.sightline.signals.report.state.ReportStatus.READY;
import static dev.sightline.signals.report.state.ReportStatus.RESOLVED;
import static dev.sightline.signals.report.state.ReportStatus.SUPPRESSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportStateTest {

    private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final ReportFacts FACTS =
            new ReportFacts(new Tally(1.5, 4, 3, 1), new Wording("Title", "Summary", "Error"), THEN, THEN);

    @Test
    void theTableOfLegalTransitions() {
        Map<ReportStatus, Set<ReportStatus>> legal = new EnumMap<>(Map.of(
                POTENTIAL, EnumSet.of(CANDIDATE, FAILED, SUPPRESSED, DELETED),
                CANDIDATE, EnumSet.of(IN_PROGRESS, FAILED, SUPPRESSED, DELETED),
                IN_PROGRESS, EnumSet.of(CANDIDATE, READY, PENDING_INPUT, POTENTIAL, FAILED, SUPPRESSED, DELETED),
                PENDING_INPUT, EnumSet.of(POTENTIAL, RESOLVED, FAILED, SUPPRESSED, DELETED),
                READY, EnumSet.of(CANDIDATE, POTENTIAL, RESOLVED, FAILED, SUPPRESSED, DELETED),
                RESOLVED, EnumSet.of(POTENTIAL, FAILED, SUPPRESSED, DELETED),
                FAILED, EnumSet.of(POTENTIAL, SUPPRESSED, DELETED),
                SUPPRESSED, EnumSet.of(POTENTIAL, PENDING_INPUT, READY, RESOLVED, FAILED, DELETED),
                DELETED, EnumSet.noneOf(ReportStatus.class)));

        for (ReportStatus from : ReportStatus.values()) {
            assertEquals(legal.get(from), reachableFrom(from), from::text);
        }
    }

    @Test
    void promotionNotesItsTime() {
        assertEquals(NOW, new Ready(FACTS).promote(NOW).facts().promotedAt());
    }

    @Test
    void aRunIsCountedAndRaisesTheThreshold() {
        InProgress running = new Candidate(FACTS).start(NOW);

        assertEquals(new Tally(1.5, 4, 7, 2), running.facts().tally());
        assertEquals(NOW, running.facts().lastRunAt());
        assertEquals(THEN, running.facts().promotedAt());
    }

    @Test
    void readyClearsTheErrorAndNeedsItsTexts() {
        InProgress running = new InProgress(FACTS);

        assertEquals(
                new Wording("T", "S", null), running.ready("T", "S").facts().wording());
        assertThrows(IncompleteTransition.class, () -> running.ready(" ", "S"));
        assertThrows(IncompleteTransition.class, () -> running.ready("T", null));
    }

    @Test
    void askingNeedsTitleSummaryAndError() {
        InProgress running = new InProgress(FACTS);
        Wording wording = new Wording("T", "S", "Choose a repository");

        assertEquals(wording, running.ask(wording).facts().wording());
        assertThrows(IncompleteTransition.class, () -> running.ask(Wording.of("T", "S")));
    }

    @Test
    void failingNeedsAnError() {
        assertEquals("boom", new Potential(FACTS).fail("boom").facts().wording().error());
        assertThrows(IncompleteTransition.class, () -> new Potential(FACTS).fail(""));
    }

    @Test
    void aSnoozeRaisesTheThresholdAndKeepsTheWeight() {
        Potential snoozed = new Ready(FACTS).gather(Gathering.snoozed(10));

        assertEquals(new Tally(1.5, 4, 14, 1), snoozed.facts().tally());
        assertNull(snoozed.facts().promotedAt());
        assertEquals("Error", snoozed.facts().wording().error());
    }

    @Test
    void notActionableForgetsTheWeight() {
        Potential back = new InProgress(FACTS).gather(Gathering.notActionable("vague"));

        assertEquals(new Tally(0, 4, 3, 1), back.facts().tally());
        assertEquals("vague", back.facts().wording().error());
    }

    @Test
    void suppressionRemembersTheStatusAndForgetsThePromotion() {
        Suppressed suppressed = new Ready(FACTS).suppress();

        assertEquals(READY, suppressed.before());
        assertNull(suppressed.facts().promotedAt());
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING_INPUT", "READY", "RESOLVED", "FAILED"})
    void aResultIsRestoredToWhatItWasAndIgnoresASnooze(ReportStatus before) {
        ReportState restored = new WantedState(POTENTIAL, 9).of(new Suppressed(FACTS, before));

        assertEquals(ReportState.of(before, FACTS, null), restored);
    }

    @ParameterizedTest
    @EnumSource(names = {"POTENTIAL", "CANDIDATE", "IN_PROGRESS"})
    void whatWasOnItsWayIsRestoredToPotential(ReportStatus before) {
        ReportState restored = new WantedState(POTENTIAL, 9).of(new Suppressed(FACTS, before));

        assertEquals(POTENTIAL, restored.status());
        assertEquals(13, restored.facts().tally().signalsAtRun());
    }

    @ParameterizedTest
    @EnumSource
    void noStatusCanBeAskedForTwice(ReportStatus status) {
        ReportState there = ReportState.of(status, FACTS, null);

        if (status != SUPPRESSED) {
            assertThrows(IllegalTransition.class, () -> new WantedState(status, null).of(there));
        }
        assertThrows(
                IllegalTransition.class, () -> new WantedState(status, null).of(ReportState.of(DELETED, FACTS, null)));
        assertThrows(IllegalTransition.class, () -> new WantedState(SUPPRESSED, null).of(new Suppressed(FACTS, READY)));
    }

    @Test
    void aSuppressedReportIsNotResolvedOnRequest() {
        assertThrows(IllegalTransition.class, () -> new WantedState(RESOLVED, null).of(new Suppressed(FACTS, READY)));
    }

    @ParameterizedTest
    @EnumSource
    void otherFactsKeepTheStatus(ReportStatus status) {
        ReportState state = ReportState.of(status, FACTS, READY);
        ReportFacts grown = FACTS.plus(0.5, "New title");

        assertEquals(ReportState.of(status, grown, READY), state.with(grown));
        assertEquals(5, grown.tally().signalCount());
        assertEquals("New title", grown.wording().title());
        assertEquals("Title", FACTS.plus(0.5, null).wording().title());
    }

    private static Set<ReportStatus> reachableFrom(ReportStatus from) {
        return Set.of(ReportStatus.values()).stream()
                .flatMap(before -> next(ReportState.of(from, FACTS, before)).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReportStatus.class)));
    }

    private static Set<ReportStatus> next(ReportState state) {
        Set<ReportStatus> next = EnumSet.noneOf(ReportStatus.class);
        if (state instanceof Promotable from) {
            next.add(from.promote(NOW).status());
        }
        if (state instanceof Gatherable from) {
            next.add(from.gather(Gathering.snoozed(null)).status());
        }
        if (state instanceof Resolvable from) {
            next.add(from.resolve().status());
        }
        if (state instanceof Fallible from) {
            next.add(from.fail("error").status());
        }
        if (state instanceof Suppressible from) {
            next.add(from.suppress().status());
        }
        if (state instanceof Deletable from) {
            next.add(from.delete().status());
        }
        if (state instanceof Candidate from) {
            next.add(from.start(NOW).status());
        }
        if (state instanceof InProgress from) {
            next.add(from.requeue().status());
            next.add(from.ready("T", "S").status());
            next.add(from.ask(new Wording("T", "S", "E")).status());
        }
        if (state instanceof Suppressed from) {
            next.add(from.restore(Gathering.snoozed(null)).status());
        }
        return next;
    }
}
