package dev.sightline.observability.hog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.sightline.observability.hog.library.JsonText;
import dev.sightline.observability.hog.vm.Globals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables an evaluation sees: {@code input}, {@code output}, {@code properties}, {@code event} and {@code target}.
 *
 * @param uuid the event's id, null if unknown
 * @param name the event's name, such as {@code $ai_generation}
 * @param distinctId who caused it, null if unknown
 * @param properties the event's properties, a JSON object
 */
public record EventGlobals(String uuid, String name, String distinctId, JsonNode properties) {

    private static final String GENERATION = "$ai_generation";

    /** The variables, ready for any number of runs. */
    public Globals globals() {
        return globals(Map.of());
    }

    /** The variables with more of the caller's, such as {@code evaluation_events}. */
    public Globals globals(Map<String, ?> more) {
        Map<String, Object> variables = new HashMap<>(more);
        variables.put("input", input());
        variables.put("output", output());
        variables.put("properties", properties);
        variables.put("event", Map.of("uuid", orEmpty(uuid), "event", name, "distinct_id", orEmpty(distinctId)));
        variables.putIfAbsent("target", target());
        return Globals.of(variables);
    }

    /** The input as text. */
    public String input() {
        return first(isGeneration() ? List.of("$ai_input", "$ai_input_state") : List.of("$ai_input_state"));
    }

    /** The output as text. */
    public String output() {
        return first(
                isGeneration()
                        ? List.of("$ai_output_choices", "$ai_output", "$ai_output_state")
                        : List.of("$ai_output_state"));
    }

    private boolean isGeneration() {
        return GENERATION.equals(name);
    }

    private Map<String, Object> target() {
        Map<String, Object> target = new HashMap<>();
        target.put("type", "generation");
        target.put("id", orEmpty(uuid));
        target.put("total_cost_usd", property("$ai_total_cost_usd"));
        target.put("total_latency_seconds", property("$ai_latency"));
        return target;
    }

    private String first(List<String> names) {
        return names.stream()
                .map(this::property)
                .filter(EventGlobals::isPresent)
                .findFirst()
                .map(EventGlobals::text)
                .orElse("");
    }

    private JsonNode property(String key) {
        JsonNode value = properties.get(key);
        return value == null ? NullNode.getInstance() : value;
    }

    private static boolean isPresent(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, ARRAY -> !value.isEmpty();
            case STRING -> !value.textValue().isEmpty();
            case NUMBER -> value.doubleValue() != 0;
            case BOOLEAN -> value.booleanValue();
            default -> false;
        };
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : JsonText.of(value);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
