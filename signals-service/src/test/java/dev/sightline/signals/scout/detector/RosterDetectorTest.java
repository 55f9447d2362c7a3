package dev.sightline.signals.scout.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Kinds;
import dev.sightline.signals.scout.projection.Roster;
import dev.sightline.signals.scout.projection.Roster.Standing;
import dev.sightline.signals.scout.projection.Roster.Thing;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What knowing what people have set up changes. */
class RosterDetectorTest {

    private static final int SEED = 20261121;
    private static final List<String> VERDICTS =
            List.of(Kinds.PASSED, Kinds.NOT_PASSED, Kinds.NOT_APPLICABLE, Kinds.RUN_FAILED);

    private final History history = Synthetic.ordinary(SEED, hour -> 1);
    private final Instant now = Synthetic.facts(history).now();

    private List<Clue> clues(Detector detector, Thing... things) {
        return detector.detect(new Facts(history, new Roster(List.of(things)), ServiceState.NONE, now));
    }

    private static List<String> keys(List<Clue> clues) {
        return clues.stream().map(Clue::key).sorted().toList();
    }

    private Instant daysAgo(int days) {
        return now.minus(Duration.ofDays(days));
    }

    private Thing running(String kind, String id, int days) {
        return new Thing(kind, id, "mine", new Standing(true, daysAgo(days), daysAgo(days), daysAgo(days), null));
    }

    private Thing off(String kind, String id, boolean there) {
        return new Thing(kind, id, "mine", new Standing(there, daysAgo(40), daysAgo(9), null, null));
    }

    private void scannerStops() {
        List.of(Kinds.SUCCEEDED, Kinds.YES, Kinds.NO)
                .forEach(kind -> Synthetic.scale(
                        history.find(kind, Synthetic.SCANNER).orElseThrow(), Synthetic.DAYS - 8, Synthetic.DAYS, 0.02));
    }

    private List<Clue> gaps(Thing... things) {
        return clues(new ReplayVision(), things).stream()
                .filter(clue -> clue.domain().equals(ScannerGap.DOMAIN))
                .toList();
    }

    @Test
    void aScannerThatWasSwitchedOffOrDeletedHasNoGap() {
        scannerStops();

        assertEquals(1, gaps().size());
        assertTrue(gaps(running(Roster.SCANNER, Synthetic.SCANNER, 40)).get(0).certain());
        assertEquals(List.of(), gaps(off(Roster.SCANNER, Synthetic.SCANNER, true)));
        assertEquals(List.of(), gaps(off(Roster.SCANNER, Synthetic.SCANNER, false)));
    }

    @Test
    void aChangeOfAScannerExplainsItsGapWhichIsThenOnlyANote() {
        scannerStops();
        Thing edited = new Thing(
                Roster.SCANNER, Synthetic.SCANNER, "mine", new Standing(true, null, daysAgo(8), daysAgo(40), null));

        Clue clue = gaps(edited).get(0);

        assertEquals(false, clue.certain());
        assertTrue(clue.text().hypothesis().startsWith("It was changed on "), clue.text()::hypothesis);
    }

    private void nothingIsJudged() {
        VERDICTS.forEach(kind -> Arrays.fill(
                history.find(kind, Synthetic.EVALUATION).orElseThrow().hours(), 0));
    }

    @Test
    void anEvaluationThatIsOnAndSaysNothingIsToldInsteadOfModelsNobodyJudges() {
        nothingIsJudged();

        assertEquals(
                List.of("gap.silent_evaluation:new"),
                keys(clues(new ObservabilityGaps(), running(Roster.EVALUATION, "new", 10))));
        assertEquals(List.of(), keys(clues(new ObservabilityGaps(), running(Roster.EVALUATION, "new", 3))));
        assertEquals(
                2,
                clues(new ObservabilityGaps(), off(Roster.EVALUATION, "new", true))
                        .size());
    }

    @Test
    void anEvaluationThatWasSwitchedOffIsNotSilent() {
        VERDICTS.forEach(kind -> Synthetic.scale(
                history.find(kind, Synthetic.EVALUATION).orElseThrow(), Synthetic.DAYS - 8, Synthetic.DAYS, 0));
        List<String> unjudged = List.of("gap.evaluation:" + Synthetic.OTHER, "gap.evaluation:" + Synthetic.STEADY);

        assertTrue(keys(clues(new ObservabilityGaps())).contains("gap.silent_evaluation:" + Synthetic.EVALUATION));
        assertEquals(
                unjudged, keys(clues(new ObservabilityGaps(), off(Roster.EVALUATION, Synthetic.EVALUATION, true))));
    }

    @Test
    void aScannerThatNeverLookedIsRecommendedToBeLookedAt() {
        assertEquals(
                List.of("gap.idle_scanner:new"),
                keys(clues(
                        new ObservabilityGaps(),
                        running(Roster.SCANNER, "new", 10),
                        running(Roster.SCANNER, "newer", 3),
                        off(Roster.SCANNER, "off", true),
                        running(Roster.SCANNER, Synthetic.SCANNER, 40))));
    }

    @Test
    void withoutSessionsNoScannerIsIdle() {
        History empty = new Synthetic(1).build();
        Roster roster = new Roster(List.of(running(Roster.SCANNER, "new", 10)));

        assertEquals(List.of(), new ObservabilityGaps().detect(new Facts(empty, roster, ServiceState.NONE, now)));
    }

    @Test
    void aDatasetThatStaysEmptyIsRecommendedToBeFilled() {
        Thing used = new Thing(
                Roster.DATASET, "used", "mine", new Standing(true, daysAgo(40), daysAgo(40), daysAgo(40), daysAgo(39)));
        Thing older =
                new Thing(Roster.DATASET, "older", "mine", new Standing(true, null, daysAgo(40), daysAgo(40), null));

        assertEquals(
                List.of("gap.unused_dataset:empty"),
                keys(clues(
                        new ObservabilityGaps(),
                        running(Roster.DATASET, "empty", 20),
                        running(Roster.DATASET, "new", 10),
                        off(Roster.DATASET, "gone", false),
                        used,
                        older)));
    }
}
