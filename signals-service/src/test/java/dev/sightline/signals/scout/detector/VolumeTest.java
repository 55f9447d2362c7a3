package dev.sightline.signals.scout.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Kinds;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guards of spec/scouts.md 15.7 on a model that is called at the same rate every day. */
class VolumeTest {

    /** What is made of a day with {@code value} calls after days with {@code usual} each. */
    private static String judged(int usual, int value) {
        History.Builder builder = new History.Builder(1, LocalDate.of(2026, 9, 1), Synthetic.DAYS);
        double[] hours = builder.hours(Kinds.CALLS, "m");
        Arrays.fill(hours, usual / 24.0);
        int day = Synthetic.YESTERDAY * 24;
        Arrays.fill(hours, day, day + 24, value / 24.0);
        History history = builder.build();
        List<Clue> clues = new ModelVolume(history, new Days(history)).clues();
        if (clues.isEmpty()) {
            return "normal";
        }
        return clues.get(0).certain() ? "told" : "noted";
    }

    @ParameterizedTest
    @CsvSource({
        "21, 32, normal",
        "21, 33, noted",
        "21, 37, noted",
        "21, 38, told",
        "19, 90, normal",
        "200, 299, normal",
        "200, 301, told",
        "200, 101, normal",
        "200, 99, told",
        "200, 1, told"
    })
    void aDayIsJudgedByItsScoreItsMoveAndTheSizeOfWhatIsUsual(int usual, int value, String outcome) {
        assertEquals(outcome, judged(usual, value));
    }
}
