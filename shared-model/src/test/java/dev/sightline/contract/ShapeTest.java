package dev.sightline.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShapeTest {

    private static final String SHAPE =
            "{\"id\":\"uuid\",\"at\":\"date-time\",\"n\":\"integer\",\"tags\":[\"string\"],\"any\":\"any\"}";

    @Test
    void aFittingAnswerHasNoDeviations() {
        assertDeviations(
                "{\"id\":\"01a1fa10-243e-7fd7-8ce0-b00000000000\",\"at\":\"2026-01-02T03:04:05Z\",\"n\":1,\"tags\":[],\"any\":3}");
    }

    @Test
    void namesWhatIsMissingWrongOrTooMuch() {
        assertDeviations(
                "{\"id\":\"x\",\"at\":\"2026-01-02T03:04:05.1Z\",\"n\":1.5,\"tags\":[1],\"more\":1}",
                "/id: expected uuid, got \"x\"",
                "/at: expected date-time, got \"2026-01-02T03:04:05.1Z\"",
                "/n: expected integer, got 1.5",
                "/tags/0: expected string, got 1",
                "/any: missing",
                "/more: not in the contract");
    }

    @Test
    void theContractHasFiftySixOperations() {
        assertEquals(56, Contract.operations().size());
    }

    private static void assertDeviations(String answer, String... expected) {
        JsonNode shape = Json.read(SHAPE, JsonNode.class);
        assertEquals(List.of(expected), Shape.deviations(shape, Json.read(answer, JsonNode.class), Set.of()));
    }
}
