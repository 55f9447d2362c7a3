package dev.sightline.signals.scout.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Kinds;
import dev.sightline.signals.scout.projection.Roster;
import dev.sightline.signals.scout.projection.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorTest {

    private static final List<Detector> ALL = List.of(
            new AiObservability(),
            new ReplayVision(),
            new SessionReplay(),
            new ObservabilityGaps(),
            new Coincidences(),
            new HealthChecks(),
            new InboxValidation());

    private static final int SEED = 20261121;

    private static List<Clue> told(History history) {
        return told(Synthetic.facts(history));
    }

    private static List<Clue> told(Facts facts) {
        return all(facts).stream().filter(Clue::certain).toList();
    }

    private static List<Clue> all(History history) {
        return all(Synthetic.facts(history));
    }

    private static List<Clue> all(Facts facts) {
        return ALL.stream().flatMap(detector -> detector.detect(facts).stream()).toList();
    }

    private static List<String> keys(List<Clue> clues) {
        return clues.stream().map(Clue::key).sorted().toList();
    }

    /** What is told of an ordinary project after something was done to it. */
    private static List<String> after(Consumer<History> change) {
        History history = Synthetic.ordinary(SEED, hour -> 1);
        assertEquals(List.of(), keys(told(history)));
        change.accept(history);
        return keys(told(history));
    }

    private static Series series(History history, String kind, String entity) {
        return history.find(kind, entity).orElseThrow();
    }

    @Test
    void twoHundredOrdinaryProjectsGiveAtMostTwoFindings() {
        List<String> told = LongStream.range(0, 200)
                .mapToObj(seed -> Synthetic.facts(Synthetic.stationary(seed), 1 + (int) seed % 12))
                .flatMap(facts -> keys(told(facts)).stream())
                .toList();

        assertTrue(told.size() <= 2, told::toString);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.05, -0.02, 0.02, 0.05})
    void aRampIsNoAnomaly(double aDay) {
        List<String> told = LongStream.range(0, 20)
                .mapToObj(seed -> Synthetic.ordinary(seed, hour -> Math.exp(aDay * (hour / 24.0 - 30))))
                .flatMap(history -> keys(told(history)).stream())
                .toList();

        assertEquals(List.of(), told);
    }

    @Test
    void aWeekendIsNoAnomaly() {
        for (int shift = 0; shift < 7; shift++) {
            int days = shift;
            History history = Synthetic.ordinary(SEED, hour -> Synthetic.season(hour + 24 * days));

            assertEquals(List.of(), keys(told(history)), "shifted by " + shift);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 12, 18, 24, 48})
    void aGapInTheDataIsNoDrop(int hours) {
        int end = (Synthetic.YESTERDAY + 1) * Series.DAY;
        assertEquals(List.of(), after(history -> Synthetic.silence(history, end - hours, end)));
        assertEquals(List.of(), after(history -> Synthetic.silence(history, end - 24, end - 24 + Math.min(hours, 24))));
        assertEquals(List.of(), after(history -> Synthetic.silence(history, end - 168 - hours, end - 168)));
    }

    @Test
    void anEmptyProjectIsNoAnomaly() {
        assertEquals(List.of(), all(new Synthetic(1).build()));
    }

    @Test
    void aModelThatIsNotCalledAnyMore() {
        assertEquals(List.of("llm.volume:" + Synthetic.STEADY), after(history -> {
            stop(history, Kinds.CALLS);
            stop(history, Kinds.ERRORS);
            stop(history, Kinds.COST);
        }));
    }

    private static void stop(History history, String kind) {
        Synthetic.scale(series(history, kind, Synthetic.STEADY), Synthetic.YESTERDAY, Synthetic.DAYS, 0);
    }

    @Test
    void aModelThatIsCalledInALoop() {
        assertEquals(
                List.of("llm.volume:" + Synthetic.OTHER),
                after(history -> Synthetic.scale(
                        series(history, Kinds.CALLS, Synthetic.OTHER), Synthetic.YESTERDAY, Synthetic.DAYS, 4)));
    }

    /** What is supposed to be behind four times the calls, made by so many times the people. */
    private static String supposed(double people) {
        History history = Synthetic.ordinary(SEED, hour -> 1);
        Synthetic.scale(series(history, Kinds.CALLS, Synthetic.OTHER), Synthetic.YESTERDAY, Synthetic.DAYS, 4);
        Synthetic.scale(series(history, Kinds.USERS, "$ai_generation"), Synthetic.YESTERDAY, Synthetic.DAYS, people);
        return told(history).get(0).text().hypothesis();
    }

    @Test
    void manyCallsOfFewPeopleAreALoop() {
        assertTrue(supposed(1).startsWith("Hardly more people"), supposed(1));
        assertTrue(supposed(4).startsWith("More use"), supposed(4));
    }

    @Test
    void aModelThatBecomesDear() {
        assertEquals(
                List.of("llm.cost:" + Synthetic.OTHER),
                after(history -> Synthetic.scale(
                        series(history, Kinds.COST, Synthetic.OTHER), Synthetic.YESTERDAY - 1, Synthetic.DAYS, 3)));
    }

    @Test
    void oneDearDayIsNotEnough() {
        assertEquals(
                List.of(),
                after(history -> Synthetic.scale(
                        series(history, Kinds.COST, Synthetic.OTHER), Synthetic.YESTERDAY, Synthetic.DAYS - 1, 3)));
    }

    @Test
    void aModelWhoseCallsFail() {
        assertEquals(
                List.of("llm.errors:" + Synthetic.OTHER),
                after(history -> Synthetic.scale(
                        series(history, Kinds.ERRORS, Synthetic.OTHER), Synthetic.YESTERDAY, Synthetic.DAYS, 8)));
    }

    /** Yesterday this share of the failures was the caller's, of which it is usually half. */
    private static List<String> failingOtherwise(double share) {
        History history = Synthetic.ordinary(SEED, 100, hour -> 1);
        double[] errors = series(history, Kinds.ERRORS, Synthetic.OTHER).hours();
        double[] caller =
                series(history, Kinds.FAILURES, Synthetic.OTHER + "/4xx").hours();
        double[] provider =
                series(history, Kinds.FAILURES, Synthetic.OTHER + "/5xx").hours();
        for (int hour = Synthetic.YESTERDAY * 24; hour < Synthetic.YESTERDAY * 24 + 24; hour++) {
            caller[hour] = errors[hour] * share;
            provider[hour] = errors[hour] - caller[hour];
        }
        return keys(told(history));
    }

    @Test
    void callsThatFailAsOftenButOtherwiseAreTold() {
        String caller = "llm.failure_kind:" + Synthetic.OTHER + "/4xx";

        assertEquals(List.of(caller), failingOtherwise(0.95));
        assertEquals(List.of(), failingOtherwise(0.7));
        assertEquals(List.of(), failingOtherwise(0.5));
    }

    @Test
    void aModelThatAnswersLate() {
        List<String> told = after(history -> List.of(Kinds.P50, Kinds.P90)
                .forEach(kind -> Synthetic.scale(
                        series(history, kind, Synthetic.STEADY), Synthetic.YESTERDAY, Synthetic.DAYS, 2.5)));

        assertEquals(List.of("llm.latency:" + Synthetic.STEADY), told);
    }

    @Test
    void anEvaluationWhoseRunsFail() {
        assertEquals(
                List.of("evaluation.configuration:" + Synthetic.EVALUATION),
                after(history -> Synthetic.scale(
                        series(history, Kinds.RUN_FAILED, Synthetic.EVALUATION),
                        Synthetic.DAYS - 8,
                        Synthetic.DAYS,
                        20)));
    }

    @Test
    void anEvaluationThatFellIsOnlyANote() {
        History history = Synthetic.ordinary(SEED, hour -> 1);
        Synthetic.scale(series(history, Kinds.PASSED, Synthetic.EVALUATION), Synthetic.DAYS - 8, Synthetic.DAYS, 0.3);

        assertEquals(List.of("evaluation.pass_rate:" + Synthetic.EVALUATION), keys(all(history)));
        assertEquals(List.of(), told(history));
    }

    @Test
    void aFallenEvaluationAndAFailingModelAreACoincidence() {
        List<String> told = after(history -> {
            Synthetic.scale(
                    series(history, Kinds.PASSED, Synthetic.EVALUATION), Synthetic.DAYS - 8, Synthetic.DAYS, 0.3);
            Synthetic.scale(series(history, Kinds.ERRORS, Synthetic.OTHER), Synthetic.YESTERDAY, Synthetic.DAYS, 8);
        });

        assertEquals(List.of("coincidence:project", "llm.errors:" + Synthetic.OTHER), told);
    }

    @Test
    void aScannerThatStoppedLooking() {
        List<String> told = after(history -> List.of(Kinds.SUCCEEDED, Kinds.YES, Kinds.NO)
                .forEach(kind -> Synthetic.scale(
                        series(history, kind, Synthetic.SCANNER), Synthetic.DAYS - 8, Synthetic.DAYS, 0.02)));

        assertTrue(told.contains("scanner.gap:" + Synthetic.SCANNER), told::toString);
        assertTrue(told.stream().noneMatch(key -> key.endsWith(Synthetic.SECOND)), told::toString);
    }

    @Test
    void aMonitorThatSaysYesMoreOften() {
        List<String> told = after(history -> {
            Synthetic.scale(series(history, Kinds.YES, Synthetic.SCANNER), Synthetic.DAYS - 8, Synthetic.DAYS, 2.5);
            Synthetic.scale(series(history, Kinds.NO, Synthetic.SCANNER), Synthetic.DAYS - 8, Synthetic.DAYS, 0.4);
        });

        assertEquals(List.of("scanner.shift:" + Synthetic.SCANNER), told);
    }

    @Test
    void aTagThatSpreads() {
        assertEquals(
                List.of("scanner.shift:" + Synthetic.SCANNER + "/slow"),
                after(history -> Synthetic.scale(
                        series(history, Kinds.TAG, Synthetic.SCANNER + "/slow"),
                        Synthetic.DAYS - 8,
                        Synthetic.DAYS,
                        2.2)));
    }

    @Test
    void recordingsThatStopWhilePagesAreViewed() {
        assertEquals(List.of("replay.capture:project"), after(history -> recordings(history, 0.05)));
        assertEquals(List.of("replay.capture:project"), after(history -> recordings(history, 0.3)));
        assertEquals(List.of(), after(history -> recordings(history, 0.5)));
    }

    private static void recordings(History history, double share) {
        Synthetic.scale(series(history, Kinds.EVENTS, Kinds.RECORDING), Synthetic.YESTERDAY, Synthetic.DAYS, share);
    }

    @Test
    void recordingsThatStopTogetherWithPageViewsAreOnlyANote() {
        History history = Synthetic.ordinary(SEED, hour -> 1);
        recordings(history, 0.05);
        Synthetic.scale(series(history, Kinds.EVENTS, "$pageview"), Synthetic.YESTERDAY, Synthetic.DAYS, 0.05);

        assertTrue(keys(all(history)).contains("replay.capture:project"));
        assertEquals(List.of(), told(history));
    }

    /** What is told after a day with so many rage clicks in so many sessions of so many people. */
    private static List<String> clicked(int clicks, int sessions, int people) {
        return after(history -> {
            yesterday(history, Kinds.EVENTS, clicks);
            yesterday(history, Kinds.DAY_SESSIONS, sessions);
            yesterday(history, Kinds.DAY_USERS, people);
        });
    }

    private static void yesterday(History history, String kind, int value) {
        double[] hours = series(history, kind, "$rageclick").hours();
        Arrays.fill(hours, Synthetic.YESTERDAY * 24, Synthetic.YESTERDAY * 24 + 24, 0);
        hours[Synthetic.YESTERDAY * 24] = value;
    }

    @Test
    void rageClicksThatPileUp() {
        assertEquals(List.of("replay.friction:project"), clicked(1_000, 10, 5));
        assertEquals(List.of(), clicked(1_000, 9, 5));
        assertEquals(List.of(), clicked(1_000, 10, 4));
        assertEquals(List.of(), clicked(1, 10, 5));
    }

    @Test
    void modelsThatNothingJudges() {
        List<String> told =
                after(history -> List.of(Kinds.PASSED, Kinds.NOT_PASSED, Kinds.NOT_APPLICABLE, Kinds.RUN_FAILED)
                        .forEach(kind -> Arrays.fill(
                                series(history, kind, Synthetic.EVALUATION).hours(), 0)));

        assertEquals(List.of("gap.evaluation:" + Synthetic.OTHER, "gap.evaluation:" + Synthetic.STEADY), told);
    }

    @Test
    void theServiceItself() {
        History history = new Synthetic(1).build();
        Facts quiet = Synthetic.facts(history);
        Instant now = quiet.now();
        UUID report = new UUID(1, 2);
        ServiceState state = new ServiceState(
                List.of(
                        new ServiceState.Failing("signals-scout-x", 3, false),
                        new ServiceState.Failing("signals-scout-y", 2, false)),
                new ServiceState.Waiting(now.minus(Duration.ofHours(25)), true),
                new ServiceState.Judging(3, 3),
                List.of(
                        new ServiceState.Resolved(report, "Cart", now.minus(Duration.ofDays(2)), 4, 2),
                        new ServiceState.Resolved(new UUID(1, 3), "Pay", now.minus(Duration.ofDays(2)), 5, 2),
                        new ServiceState.Resolved(new UUID(1, 4), "New", now.minus(Duration.ofHours(2)), 5, 5)));

        List<Clue> clues = ALL.stream()
                .flatMap(detector -> detector.detect(new Facts(history, Roster.EMPTY, state, now)).stream())
                .toList();

        assertEquals(
                List.of(
                        "health.judging:project",
                        "health.pause:project",
                        "health.scout_runs:signals-scout-x",
                        "inbox.resolved:" + report),
                keys(clues));
    }

    private static List<String> whileWaiting(Duration wait, boolean paused) {
        Facts quiet = Synthetic.facts(new Synthetic(1).build());
        ServiceState state = new ServiceState(
                List.of(),
                new ServiceState.Waiting(quiet.now().minus(wait), paused),
                new ServiceState.Judging(3, 4),
                List.of());
        return keys(new HealthChecks().detect(new Facts(quiet.history(), Roster.EMPTY, state, quiet.now())));
    }

    @Test
    void signalsThatWaitAreABacklogAfterAnHourAndAForgottenPauseAfterADay() {
        assertEquals(List.of(), whileWaiting(Duration.ofMinutes(59), false));
        assertEquals(List.of("health.backlog:project"), whileWaiting(Duration.ofMinutes(61), false));
        assertEquals(List.of(), whileWaiting(Duration.ofHours(23), true));
        assertEquals(List.of("health.pause:project"), whileWaiting(Duration.ofHours(25), true));
    }

    @Test
    void findingsAreWithinTheLimitsOfAnEmit() {
        History history = Synthetic.ordinary(SEED, hour -> 1);
        Synthetic.scale(series(history, Kinds.CALLS, Synthetic.OTHER), Synthetic.YESTERDAY, Synthetic.DAYS, 4);
        Clue clue = told(history).get(0);
        Clue longer =
                new Clue(clue.domain(), "x".repeat(400), clue.text(), clue.strength(), clue.grade(), clue.evidence());

        assertEquals(100, Math.max(100, longer.finding().findingId().length()));
        assertEquals(300, longer.finding().dedupeKeys().get(0).length());
        assertFalse(clue.finding().description().isBlank());
    }
}
