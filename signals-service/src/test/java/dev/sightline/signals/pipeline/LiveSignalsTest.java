package dev.sightline.signals.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveSignalsTest {

    private static final int DIMENSIONS = 48;
    private static final UUID REPORT = new UUID(1, 1);

    private record Row(LiveSignal signal, float[] vector) {}

    @Test
    void findsExactlyWhatBruteForceFindsAlsoAfterRemovals() {
        Random random = new Random(7);
        LiveSignals live = new LiveSignals(DIMENSIONS, 10_000);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            Row row = new Row(signal(i), unit(random));
            rows.add(row);
            live.put(row.signal(), row.vector());
        }
        for (int i = 0; i < 700; i++) {
            live.forget(rows.remove(random.nextInt(rows.size())).signal().id());
        }

        assertEquals(800, live.size());
        for (int i = 0; i < 100; i++) {
            float[] query = unit(random);
            assertEquals(bruteForce(rows, query), ids(live.nearest(query, 10)));
        }
    }

    @Test
    void ofEquallyNearOnesTheOldestComesFirst() {
        LiveSignals live = new LiveSignals(DIMENSIONS, 10_000);
        float[] same = unit(new Random(1));
        IntStream.iterate(299, i -> i >= 0, i -> i - 1).forEach(i -> live.put(signal(i), same));

        assertEquals(IntStream.range(0, 10).mapToObj(i -> signal(i).id()).toList(), ids(live.nearest(same, 10)));
    }

    @Test
    void theZeroVectorIsAtDistanceOneFromEverything() {
        LiveSignals live = new LiveSignals(DIMENSIONS, 10);
        live.put(signal(0), unit(new Random(1)));

        assertEquals(1.0, live.nearest(new float[DIMENSIONS], 10).get(0).distance());
    }

    @Test
    void aSignalIsFoundOnceAfterItWasPutTwice() {
        LiveSignals live = new LiveSignals(DIMENSIONS, 10);
        float[] vector = unit(new Random(1));
        live.put(signal(0), vector);
        live.put(signal(0), vector);

        assertEquals(1, live.nearest(vector, 10).size());
    }

    @Test
    void theOldestGivesWayAndTheExpiredLeave() {
        LiveSignals live = new LiveSignals(DIMENSIONS, 5);
        for (int i = 0; i < 9; i++) {
            live.put(signal(i), unit(new Random(i)));
        }

        assertEquals(5, live.size());
        live.expire(signal(7).at());

        assertEquals(List.of(signal(7).id(), signal(8).id()), byAge(live));
    }

    @Test
    void aDeletedReportTakesItsSignalsAlong() {
        LiveSignals live = new LiveSignals(DIMENSIONS, 10);
        LiveSignal kept = new LiveSignal(
                new UUID(5, 5), new UUID(2, 2), Signals.NOON, signal(0).fingerprint());
        live.put(signal(1), unit(new Random(1)));
        live.put(kept, unit(new Random(2)));

        live.forgetReport(REPORT);

        assertEquals(List.of(kept.id()), byAge(live));
    }

    @Test
    void refusesVectorsOfAnotherLength() {
        LiveSignals live = new LiveSignals(DIMENSIONS, 10);

        assertThrows(IllegalArgumentException.class, () -> live.put(signal(0), new float[3]));
        assertEquals(0, live.size());
    }

    @Test
    void projectsThatWereNotAskedForLongestLeaveFirst() {
        LiveSignals one = new LiveSignals(DIMENSIONS, 10);
        one.put(signal(0), unit(new Random(1)));
        LiveProjects projects = new LiveProjects(2 * one.bytes());
        projects.keep(1, one);
        projects.keep(2, one);
        projects.find(1);

        projects.keep(3, one);

        assertTrue(projects.find(1).isPresent());
        assertTrue(projects.find(2).isEmpty());
        assertTrue(projects.find(3).isPresent());
    }

    private static List<UUID> byAge(LiveSignals live) {
        return ids(live.nearest(new float[DIMENSIONS], 10));
    }

    private static List<UUID> ids(List<Candidate> candidates) {
        return candidates.stream().map(candidate -> candidate.signal().id()).toList();
    }

    private static List<UUID> bruteForce(List<Row> rows, float[] query) {
        return rows.stream()
                .sorted(Comparator.comparingDouble(row -> -dot(row.vector(), query)))
                .limit(10)
                .map(row -> row.signal().id())
                .toList();
    }

    private static double dot(float[] a, float[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> (double) a[i] * b[i])
                .sum();
    }

    private static float[] unit(Random random) {
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        double length = Math.sqrt(dot(vector, vector));
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] /= (float) length;
        }
        return vector;
    }

    private static LiveSignal signal(int i) {
        Signal signal = Signals.finding("Finding " + i, "");
        return new LiveSignal(new UUID(0, i), REPORT, signal.at().plus(Duration.ofSeconds(i)), Fingerprints.of(signal));
    }
}
