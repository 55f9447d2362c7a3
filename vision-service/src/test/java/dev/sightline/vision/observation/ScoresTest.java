package dev.sightline.vision.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoresTest {

    @Property(tries = 300)
    void aPercentileIsThatOfTheSortedList(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = -9, max = 9) Integer> list,
            @ForAll @IntRange(max = 100) int percent) {
        List<Integer> sorted = list.stream().sorted().toList();
        double position = percent / 100.0 * (sorted.size() - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.size() - 1);
        double expected = sorted.get(below) + (sorted.get(above) - sorted.get(below)) * (position - below);

        assertEquals(expected, scores(list).percentile(percent / 100.0), 1e-9);
    }

    @Property(tries = 300)
    void theMeanIsThatOfTheList(@ForAll @Size(min = 1, max = 40) List<@IntRange(min = -9, max = 9) Integer> list) {
        assertEquals(
                list.stream().mapToInt(Integer::intValue).average().orElseThrow(),
                scores(list).mean(),
                1e-9);
    }

    @Property(tries = 300)
    void everyScoreIsInABucket(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = -300, max = 300) Integer> list,
            @ForAll @IntRange(min = -50, max = 50) int min,
            @ForAll @IntRange(max = 200) int span) {
        Histogram histogram = Histogram.of(scores(list), scale(min, min + span));

        assertEquals(
                list.size(),
                histogram.counts().stream().mapToLong(Long::longValue).sum());
        assertEquals(histogram.labels().size(), histogram.counts().size());
    }

    @ParameterizedTest
    @CsvSource({"1, 5, 5, 1, 5", "0, 10, 11, 0, 10", "0, 100, 21, 0–4, 100–100", "-3, 3, 7, -3, 3"})
    void theBucketsAreThoseOfTheSpecification(double min, double max, int number, String first, String last) {
        List<String> labels = Histogram.of(scores(List.of(1)), scale(min, max)).labels();

        assertEquals(number, labels.size());
        assertEquals(first, labels.get(0));
        assertEquals(last, labels.get(number - 1));
    }

    @Test
    void halvesAreRoundedToTheEvenBucketAndTheRestClamped() {
        Map<String, Long> counts = Map.of("0.5", 1L, "1.5", 1L, "2.5", 1L, "-7", 1L, "99", 1L);

        Histogram histogram = Histogram.of(Scores.of(counts), scale(0, 3));

        assertEquals(List.of(2L, 0L, 2L, 1L), histogram.counts());
    }

    @Test
    void withoutAScaleTheScoresThemselvesAre() {
        Histogram histogram = Histogram.of(scores(List.of(2, 4)), Json.read("{}", JsonNode.class));

        assertEquals(List.of("2", "3", "4"), histogram.labels());
        assertEquals(List.of(1L, 0L, 1L), histogram.counts());
    }

    @Test
    void withoutAScoreThereIsNothing() {
        ScorerStats stats = ScorerStats.of(new Answers(), scale(0, 1));

        assertNull(stats.summary());
        assertNull(stats.histogram());
    }

    @ParameterizedTest
    @CsvSource({"1, 7, 12", "3, 5, 38", "1, 0, 100", "0, 4, 0"})
    void theSuccessRateIsRoundedToEven(long succeeded, long failed, long rate) {
        ObservationCounts counts = new ObservationCounts()
                .plus(ObservationStatus.SUCCEEDED, "", succeeded)
                .plus(ObservationStatus.FAILED, "", failed)
                .plus(ObservationStatus.INELIGIBLE, "", 9);

        assertEquals(rate, StatusCounts.of(counts).successRate());
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "9999, 365", "abc, 14", "14.5, 14", "-3, 1", "30, 30", "99999999999999999999, 365"})
    void theRecentWindowIsCutToAYear(String sent, int days) {
        assertEquals(days, RecentDays.of(sent));
    }

    private static Scores scores(List<Integer> list) {
        Map<String, Long> counts = new TreeMap<>();
        list.forEach(score -> counts.merge(score.toString(), 1L, Long::sum));
        return Scores.of(counts);
    }

    private static JsonNode scale(double min, double max) {
        return Json.tree(Map.of("min", min, "max", max));
    }
}
