package dev.sightline.signals.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.signals.pipeline.LabelledSignals.Labelled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Prints and holds the quality of grouping without a model; PERFORMANCE.md records the figures. */
class LexicalMatchQualityTest {

    private static final int SHUFFLES = 10;
    private static final double MIN_HOMOGENEITY = 0.975;
    private static final List<Labelled> TUNING = LabelledSignals.read("tuning.txt");
    private static final List<Labelled> HELD_OUT = LabelledSignals.read("heldout.txt");

    /** What was recorded, rounded down. */
    private record Floor(double homogeneity, double completeness, double ari, double f1) {}

    @Test
    void theSetIsAsLargeAsPromised() {
        List<Labelled> all = both();

        assertTrue(all.size() >= 200, () -> "signals " + all.size());
        assertTrue(all.stream().map(Labelled::group).distinct().count() >= 60);
        assertEquals(
                all.size(),
                all.stream().map(labelled -> labelled.signal().id()).distinct().count());
    }

    @Test
    void groupsTheHalfItWasTunedOn() {
        hold("tuning", TUNING, new Floor(0.976, 0.945, 0.839, 0.843));
    }

    @Test
    void groupsTheHalfItNeverSaw() {
        hold("held out", HELD_OUT, new Floor(0.982, 0.955, 0.867, 0.870));
    }

    @Test
    void groupsBothHalvesAsOneProject() {
        hold("both", both(), new Floor(0.981, 0.957, 0.855, 0.857));
    }

    @Test
    void theThresholdIsTheBestOnTheTuningHalfAmongThoseThatRarelyMixGroups() {
        Map<Double, ClusterQuality> curve = new TreeMap<>();
        for (int hundredth = 70; hundredth <= 84; hundredth += 2) {
            curve.put(hundredth / 100.0, measure(TUNING, hundredth / 100.0));
        }
        curve.forEach((farthest, quality) -> System.out.printf("farthest %.2f: %s%n", farthest, quality));

        double best = curve.values().stream()
                .filter(quality -> quality.homogeneity() >= MIN_HOMOGENEITY)
                .mapToDouble(ClusterQuality::ari)
                .max()
                .orElseThrow();
        assertEquals(best, measure(TUNING, LexicalMatch.FARTHEST).ari(), 0.02);
    }

    private static void hold(String name, List<Labelled> set, Floor floor) {
        ClusterQuality quality = measure(set, LexicalMatch.FARTHEST);
        System.out.printf("%-9s %d signals: %s%n", name, set.size(), quality);

        assertTrue(quality.homogeneity() >= floor.homogeneity(), () -> "homogeneity fell: " + quality);
        assertTrue(quality.completeness() >= floor.completeness(), () -> "completeness fell: " + quality);
        assertTrue(quality.ari() >= floor.ari(), () -> "ARI fell: " + quality);
        assertTrue(quality.f1() >= floor.f1(), () -> "F1 fell: " + quality);
    }

    private static ClusterQuality measure(List<Labelled> set, double farthest) {
        return ClusterQuality.mean(IntStream.range(0, SHUFFLES)
                .mapToObj(seed -> run(shuffled(set, seed), farthest))
                .toList());
    }

    private static List<Labelled> shuffled(List<Labelled> set, int seed) {
        List<Labelled> shuffled = new ArrayList<>(set);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static ClusterQuality run(List<Labelled> set, double farthest) {
        List<UUID> reports =
                SerialGrouping.reports(set.stream().map(Labelled::signal).toList(), farthest);
        return ClusterQuality.of(set.stream().map(Labelled::group).toList(), reports);
    }

    private static List<Labelled> both() {
        List<Labelled> all = new ArrayList<>(TUNING);
        all.addAll(HELD_OUT);
        return all;
    }
}
