package dev.sightline.local.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class AssistantTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final List<Map<String, Object>> EVENTS = new Assistant(NOW).events();

    private static Predicate<Map<String, Object>> on(String day) {
        return event -> ((String) event.get("timestamp")).startsWith(day);
    }

    private static double sum(String day, String property) {
        return EVENTS.stream()
                .filter(on(day))
                .map(event -> ((Map<?, ?>) event.get("properties")).get(property))
                .mapToDouble(value ->
                        value instanceof Number number ? number.doubleValue() : Boolean.TRUE.equals(value) ? 1 : 0)
                .sum();
    }

    @Test
    void sixtyDaysEndNow() {
        assertTrue(EVENTS.stream().allMatch(event -> Instant.parse((String) event.get("timestamp"))
                .isBefore(NOW)));
        assertEquals(140, EVENTS.stream().filter(on("2026-09-23")).count());
        assertEquals(0, EVENTS.stream().filter(on("2026-09-22")).count());
        assertTrue(EVENTS.stream().anyMatch(on("2026-11-21")));
        assertEquals(
                EVENTS.size(),
                EVENTS.stream().map(event -> event.get("uuid")).distinct().count());
    }

    @Test
    void answersBecameDearAndSearchesFailed() {
        assertTrue(sum("2026-11-20", "$ai_total_cost_usd") > 2.5 * sum("2026-11-13", "$ai_total_cost_usd"));
        assertTrue(sum("2026-11-19", "$ai_total_cost_usd") > 2.5 * sum("2026-11-12", "$ai_total_cost_usd"));
        assertTrue(sum("2026-11-20", "$ai_is_error") >= 20);
        assertTrue(sum("2026-11-19", "$ai_is_error") < 10);
    }
}
