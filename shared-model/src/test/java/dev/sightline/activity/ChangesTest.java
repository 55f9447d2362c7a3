package dev.sightline.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private static String between(Map<String, ?> before, Map<String, ?> after) {
        return Json.write(Changes.between(before, after));
    }

    @Test
    void whatStaysIsNotAChange() {
        assertEquals(List.of(), Changes.between(Map.of("name", "a"), Map.of("name", "a")));
    }

    @Test
    void aChangeSaysWhatWasAndWhatIs() {
        Map<String, Object> cleared = new HashMap<>();
        cleared.put("name", null);

        assertEquals("[{\"field\":\"name\",\"before\":\"a\",\"after\":null}]", between(Map.of("name", "a"), cleared));
        assertEquals("[{\"field\":\"name\",\"before\":null,\"after\":\"a\"}]", between(cleared, Map.of("name", "a")));
    }

    @Test
    void documentsAndLongTextsAreNamedAndNotRepeated() {
        assertEquals(
                "[{\"field\":\"query\"}]",
                between(Map.of("query", Json.tree(List.of(1))), Map.of("query", Json.tree(List.of(2)))));
        assertEquals(
                "[{\"field\":\"description\"}]",
                between(Map.of("description", "a"), Map.of("description", "b".repeat(201))));
    }
}
