package dev.sightline.signals.scout.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Kinds;
import dev.sightline.signals.scout.projection.Series;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of the hours of a day that is not over. */
class LatestHoursTest {

    private static final int SEED = 7;
    private static final int BUSY = 60;
    /** The hour from ten to eleven, at noon the last that is over and has settled. */
    private static final int LAST = (Synthetic.DAYS - 1) * Series.DAY + 10;

    private static History busy() {
        return Synthetic.ordinary(SEED, BUSY, hour -> 1);
    }

    private static List<Clue> told(History history) {
        return new AiObservability()
                .detect(Synthetic.facts(history)).stream().filter(Clue::certain).toList();
    }

    private static List<String> keys(History history) {
        return told(history).stream().map(Clue::key).sorted().toList();
    }

    private static List<String> after(Consumer<History> change) {
        History history = busy();
        assertEquals(List.of(), keys(history));
        change.accept(history);
        return keys(history);
    }

    /** Multiplies the last so many hours, leaving so many of the very last out. */
    private static Consumer<History> scaled(String kind, String model, Hours hours) {
        return history -> Synthetic.scaleHours(
                history.find(kind, model).orElseThrow(),
                LAST + 1 - hours.back() - hours.many(),
                LAST + 1 - hours.back(),
                hours.factor());
    }

    private record Hours(int many, int back, double factor) {

        static Hours last(int many, double factor) {
            return new Hours(many, 0, factor);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 0, told", "2, 4, told", "3, 0.2, told", "1, 0, ''", "1, 4, ''", "2, 1.3, ''", "2, 0.7, ''"})
    void twoUnusualHoursOfCallsAreTold(int many, double factor, String outcome) {
        List<String> keys = after(scaled(Kinds.CALLS, Synthetic.OTHER, Hours.last(many, factor)));

        assertEquals(outcome.isEmpty() ? List.of() : List.of("llm.volume:" + Synthetic.OTHER), keys);
    }

    @Test
    void theHoursAreNamed() {
        History history = busy();
        scaled(Kinds.CALLS, Synthetic.OTHER, Hours.last(2, 0)).accept(history);

        String description = told(history).get(0).text().description();

        assertTrue(description.startsWith("0 calls of 'model-other' on 2026-10-30 from 10:00 to 11:00 UTC, usually "));
        assertTrue(description.endsWith(" at that hour."), description);
    }

    @Test
    void theHourThatIsNotOverIsNotJudged() {
        assertEquals(List.of(), after(scaled(Kinds.CALLS, Synthetic.OTHER, new Hours(1, -1, 0))));
    }

    @Test
    void whatIsOverAgainIsNotTold() {
        assertEquals(List.of(), after(scaled(Kinds.CALLS, Synthetic.OTHER, new Hours(4, 1, 0))));
    }

    @Test
    void upAndDownIsNoMove() {
        assertEquals(List.of(), after(history -> {
            scaled(Kinds.CALLS, Synthetic.OTHER, new Hours(1, 1, 4)).accept(history);
            scaled(Kinds.CALLS, Synthetic.OTHER, new Hours(1, 0, 0)).accept(history);
        }));
    }

    @ParameterizedTest
    @CsvSource({"2, 10, told", "1, 10, ''", "2, 1.5, ''"})
    void callsThatFailForTwoHoursAreTold(int many, double factor, String outcome) {
        List<String> keys = after(scaled(Kinds.ERRORS, Synthetic.OTHER, Hours.last(many, factor)));

        assertEquals(outcome.isEmpty() ? List.of() : List.of("llm.errors:" + Synthetic.OTHER), keys);
    }

    @ParameterizedTest
    @CsvSource({"2, 2.5, told", "1, 2.5, ''", "2, 1.2, ''"})
    void answersThatAreLateForTwoHoursAreTold(int many, double factor, String outcome) {
        List<String> keys = after(history -> List.of(Kinds.P50, Kinds.P90)
                .forEach(kind ->
                        scaled(kind, Synthetic.OTHER, Hours.last(many, factor)).accept(history)));

        assertEquals(outcome.isEmpty() ? List.of() : List.of("llm.latency:" + Synthetic.OTHER), keys);
    }

    @ParameterizedTest
    @CsvSource({"3, 3, told", "2, 3, ''", "3, 1.7, ''"})
    void costsThatStayHighForThreeHoursAreTold(int many, double factor, String outcome) {
        List<String> keys = after(scaled(Kinds.COST, Synthetic.OTHER, Hours.last(many, factor)));

        assertEquals(outcome.isEmpty() ? List.of() : List.of("llm.cost:" + Synthetic.OTHER), keys);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 12})
    void aGapInTheDataIsNoDrop(int hours) {
        assertEquals(List.of(), after(history -> Synthetic.silence(history, LAST + 1 - hours, LAST + 1)));
        assertEquals(List.of(), after(history -> Synthetic.silence(history, LAST + 1 - 168 - hours, LAST + 1 - 168)));
    }

    @Test
    void aWeekOfSilenceLeavesTooLittleToCompareWith() {
        assertEquals(List.of(), after(history -> {
            Synthetic.silence(history, LAST - 21 * Series.DAY, LAST - 2 * Series.DAY);
            scaled(Kinds.CALLS, Synthetic.OTHER, Hours.last(2, 0)).accept(history);
        }));
    }

    @Test
    void theFirstHoursOfAWeekendAreNoDrop() {
        for (int shift = 0; shift < 7; shift++) {
            int days = shift;
            History history = Synthetic.ordinary(SEED, BUSY, hour -> Synthetic.season(hour + 24 * days));

            assertEquals(List.of(), keys(history), "shifted by " + shift);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.05, -0.02, 0.02, 0.05})
    void aRampIsNoAnomaly(double aDay) {
        List<String> told = IntStream.range(0, 10)
                .mapToObj(seed -> Synthetic.ordinary(seed, BUSY, hour -> Math.exp(aDay * (hour / 24.0 - 30))))
                .flatMap(history -> keys(history).stream())
                .toList();

        assertEquals(List.of(), told);
    }

    @Test
    void eightyBusyProjectsOfWhichNothingIsToldAtAnyHour() {
        List<String> told = IntStream.range(0, 80)
                .mapToObj(seed -> Synthetic.facts(Synthetic.ordinary(seed, BUSY, hour -> 1), 1 + seed % 12))
                .flatMap(facts -> new AiObservability().detect(facts).stream())
                .filter(Clue::certain)
                .map(Clue::key)
                .toList();

        assertTrue(told.size() <= 1, told::toString);
    }
}
