package dev.sightline.observability.capture.otel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists that OpenLLMetry spreads over attributes, each named for its place: {@code gen_ai.prompt.0.role}. Only members that
 * are known are taken; the others stay as they were sent.
 */
final class NumberedAttributes {

    /** What a prefix stands for. */
    static final List<Row> TABLE = List.of(
            new Row("gen_ai.prompt.", "$ai_input"),
            new Row("gen_ai.completion.", "$ai_output_choices"),
            new Row("llm.request.functions.", "$ai_tools"));

    private static final Pattern MEMBER =
            Pattern.compile("(\\d{1,6})\\.(role|content|name|finish_reason|tool_call_id|description|parameters)");
    private static final Pattern CALL = Pattern.compile("(\\d{1,6})\\.tool_calls\\.(\\d{1,6})\\.(id|name|arguments)");

    /** A prefix and the property its list becomes. */
    record Row(String prefix, String property) {}

    private final SortedMap<Integer, ObjectNode> items = new TreeMap<>();
    private final SortedMap<Integer, SortedMap<Integer, ObjectNode>> calls = new TreeMap<>();
    private final List<String> taken = new ArrayList<>();

    private NumberedAttributes() {}

    /** Sets the table's properties, each unless it is there, and takes away what they were made of. */
    static void gather(ObjectNode properties) {
        for (Row row : TABLE) {
            if (!properties.hasNonNull(row.property())) {
                NumberedAttributes list = new NumberedAttributes();
                properties.properties().stream()
                        .filter(attribute -> attribute.getKey().startsWith(row.prefix()))
                        .forEach(attribute -> list.take(row.prefix(), attribute.getKey(), attribute.getValue()));
                list.moveTo(row.property(), properties);
            }
        }
    }

    private void take(String prefix, String name, JsonNode value) {
        String place = name.substring(prefix.length());
        Matcher member = MEMBER.matcher(place);
        Matcher call = CALL.matcher(place);
        if (member.matches()) {
            item(Integer.parseInt(member.group(1))).set(member.group(2), member(member.group(2), value));
            taken.add(name);
        } else if (call.matches()) {
            add(call, value);
            taken.add(name);
        }
    }

    private ObjectNode item(int index) {
        return items.computeIfAbsent(index, none -> JsonNodeFactory.instance.objectNode());
    }

    private void add(Matcher call, JsonNode value) {
        item(Integer.parseInt(call.group(1)));
        ObjectNode made = calls.computeIfAbsent(Integer.parseInt(call.group(1)), none -> new TreeMap<>())
                .computeIfAbsent(Integer.parseInt(call.group(2)), none -> JsonNodeFactory.instance.objectNode());
        ObjectNode target = call.group(3).equals("id") ? made.put("type", "function") : made.withObject("/function");
        target.set(call.group(3), value);
    }

    private static JsonNode member(String name, JsonNode value) {
        return switch (name) {
            case "content" -> Reading.blocks(value);
            case "parameters" -> Reading.parsed(value);
            default -> value;
        };
    }

    private void moveTo(String property, ObjectNode properties) {
        if (items.isEmpty()) {
            return;
        }
        calls.forEach((index, made) -> made.values().forEach(item(index).withArray("tool_calls")::add));
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        items.values().forEach(list::add);
        properties.remove(taken);
        properties.set(property, list);
    }
}
