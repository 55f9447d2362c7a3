package dev.sightline.signals.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.sightline.json.Json;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewSignalTest {

    private static final SignalSource ERROR = SignalSource.parse("error_tracking/issue_created");

    @Test
    void acceptsAWholeSignal() {
        assertEquals(Optional.empty(), signal("id", "TypeError at /cart", 1).violation());
    }

    @Test
    void absentExtraIsTheEmptyObject() {
        NewSignal bare = new NewSignal(ERROR, "id", "text", 0.5, null);

        assertEquals("extra__fingerprint", bare.violation().orElseThrow().attr());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesAWeightOutsideItsBounds(double weight) {
        assertEquals("weight", attr(signal("id", "text", weight)));
    }

    @Test
    void refusesMissingBlankAndOverlongTexts() {
        assertEquals("source_id", attr(signal(null, "text", 1)));
        assertEquals("source_id", attr(signal("x".repeat(513), "text", 1)));
        assertEquals("description", attr(signal("id", " \n", 1)));
        assertEquals(Optional.empty(), signal("x".repeat(512), "text", 1).violation());
    }

    @Test
    void countsTheDescriptionInTokens() {
        assertEquals(
                Optional.empty(),
                signal("id", "hello" + " hello".repeat(7_999), 1).violation());
        assertEquals("description", attr(signal("id", "hello" + " hello".repeat(8_000), 1)));
    }

    @Test
    void decidesQuicklyOnHostileLengths() {
        assertTimeout(Duration.ofSeconds(5), () -> signal("id", "a".repeat(1_000_000), 1)
                .violation());
        assertTimeout(Duration.ofSeconds(5), () -> signal("id", "\u4e00".repeat(5_000_000), 1)
                .violation());
    }

    private static String attr(NewSignal signal) {
        return signal.violation().orElseThrow().attr();
    }

    private static NewSignal signal(String sourceId, String description, double weight) {
        return new NewSignal(
                ERROR,
                sourceId,
                description,
                weight,
                Json.mapper().createObjectNode().put("fingerprint", "f"));
    }
}
