package dev.sightline.signals.pipeline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.model.local.LexicalEmbedder;
import dev.sightline.signals.pipeline.LabelledSignals.Labelled;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Times candidate search on one thread beside the time the memory needs to hand over the same vectors once. Holds
 * processor time, which other processes on the machine blur less than the wall clock. Not part of the ordinary tests;
 * PERFORMANCE.md has the command and the figures.
 */
class CandidateSearchBenchmark {

    private static final int DIMENSIONS = new LexicalEmbedder().dimensions();
    private static final int QUERIES = 300;
    private static final int WARM_UP = 100;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final Random random = new Random(11);
    private final List<String> sentences = sentences();

    @ParameterizedTest
    @CsvSource({"10000, 10", "100000, 80"})
    void candidateSearch(int signals, double limit) {
        double bandwidth = bandwidth();
        LiveSignals live = fill(signals);
        double bound = live.bytes() / bandwidth * 1e3;
        System.out.printf(
                Locale.ROOT,
                "%,d signals, %.0f MB, memory hands over %.1f GB/s: bound %.2f ms, limit %.0f ms%n",
                signals,
                live.bytes() / 1e6,
                bandwidth / 1e9,
                bound,
                limit);

        double lexical = p99("lexical", live, () -> LexicalEmbedder.vector(text()));
        double dense = p99("dense", live, this::dense);

        assertTrue(lexical <= limit && dense <= limit, () -> "processor time above the limit of " + limit + " ms");
    }

    @Test
    void wholeDecisionInSmallProjects() {
        for (int round = 0; round < 4; round++) {
            List<Signal> signals = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                signals.add(Signals.finding(sentence(), sentence() + " " + sentence()));
            }
            long start = CPU.getCurrentThreadCpuTime();
            for (int project = 0; project < 50; project++) {
                SerialGrouping.reports(signals, LexicalMatch.FARTHEST);
            }
            double seconds = (CPU.getCurrentThreadCpuTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "embed, search and match, 100 live signals a project: %,.0f signals a second of one processor%n",
                    5_000 / seconds);
        }
    }

    private LiveSignals fill(int signals) {
        LiveSignals live = new LiveSignals(DIMENSIONS, signals);
        Fingerprint none = Fingerprints.of(Signals.finding("", ""));
        for (int i = 0; i < signals; i++) {
            live.put(
                    new LiveSignal(new UUID(0, i), UUID.randomUUID(), Signals.NOON.plusSeconds(i), none),
                    LexicalEmbedder.vector(text()));
        }
        return live;
    }

    /** The 99th percentile of processor time in milliseconds; prints it beside that of the wall clock. */
    private static double p99(String name, LiveSignals live, Supplier<float[]> query) {
        double[] cpu = new double[QUERIES];
        double[] wall = new double[QUERIES];
        for (int i = -WARM_UP; i < QUERIES; i++) {
            float[] vector = query.get();
            long cpuStart = CPU.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            assertTrue(live.nearest(vector, Search.LIMIT).size() == Search.LIMIT);
            wall[Math.max(0, i)] = (System.nanoTime() - start) / 1e6;
            cpu[Math.max(0, i)] = (CPU.getCurrentThreadCpuTime() - cpuStart) / 1e6;
        }
        Arrays.sort(cpu);
        Arrays.sort(wall);
        System.out.printf(
                Locale.ROOT,
                "  %-7s query: processor p50 %.2f ms, p99 %.2f ms; wall clock p50 %.2f ms, p99 %.2f ms%n",
                name,
                cpu[QUERIES / 2],
                cpu[QUERIES * 99 / 100],
                wall[QUERIES / 2],
                wall[QUERIES * 99 / 100]);
        return cpu[QUERIES * 99 / 100];
    }

    /** Bytes that one thread can read and add up in a second, best of many rounds over more than any cache holds. */
    private static double bandwidth() {
        float[][] blocks = new float[150][VectorBlock.ROWS * DIMENSIONS];
        float[] sums = new float[VectorBlock.ROWS];
        double best = 0;
        for (int i = 0; i < 60; i++) {
            long start = CPU.getCurrentThreadCpuTime();
            for (float[] block : blocks) {
                sum(block, sums);
            }
            double seconds = (CPU.getCurrentThreadCpuTime() - start) / 1e9;
            best = Math.max(best, 4.0 * blocks.length * blocks[0].length / seconds);
        }
        assertTrue(sums[0] == 0);
        return best;
    }

    private static void sum(float[] block, float[] sums) {
        for (int from = 0; from < block.length; from += 4 * VectorBlock.ROWS) {
            for (int row = 0; row < VectorBlock.ROWS; row++) {
                sums[row] += block[from + row]
                        + block[from + VectorBlock.ROWS + row]
                        + block[from + 2 * VectorBlock.ROWS + row]
                        + block[from + 3 * VectorBlock.ROWS + row];
            }
        }
    }

    private float[] dense() {
        float[] vector = new float[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) {
            vector[d] = (float) (random.nextGaussian() / Math.sqrt(DIMENSIONS));
        }
        return vector;
    }

    private String text() {
        return sentence() + "\n" + sentence() + " " + sentence() + " " + random.nextInt(100_000);
    }

    private String sentence() {
        return sentences.get(random.nextInt(sentences.size()));
    }

    private static List<String> sentences() {
        List<Labelled> all = new ArrayList<>(LabelledSignals.read("tuning.txt"));
        all.addAll(LabelledSignals.read("heldout.txt"));
        return all.stream()
                .flatMap(labelled -> labelled.signal().description().lines())
                .toList();
    }
}
