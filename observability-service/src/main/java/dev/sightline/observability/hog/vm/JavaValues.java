package dev.sightline.observability.hog.vm;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Turns values of the host into values of a program. */
public final class JavaValues {

    private JavaValues() {}

    /** A value from text, number, boolean, null, list, map or Jackson tree; anything else becomes its text. */
    public static Object of(Object value) {
        if (value instanceof JsonNode node) {
            return node(node);
        }
        if (value instanceof Map<?, ?> map) {
            ObjectValue object = new ObjectValue();
            map.forEach((key, item) -> object.put(String.valueOf(key), of(item)));
            return revive(object);
        }
        if (value instanceof List<?> list) {
            return ListValue.array(list.stream().map(JavaValues::of).toArray());
        }
        return scalar(value);
    }

    private static Object scalar(Object value) {
        if (value instanceof BigInteger big) {
            return Values.integer(big);
        }
        if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
            return ((Number) value).doubleValue();
        }
        if (value instanceof Number number) {
            return number.longValue();
        }
        return value == null || value instanceof Boolean ? value : value.toString();
    }

    private static Object node(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> object(node);
            case ARRAY -> array(node);
            case NUMBER -> scalar(node.numberValue());
            case BOOLEAN -> node.booleanValue();
            case NULL, MISSING -> null;
            default -> node.asText();
        };
    }

    private static Object object(JsonNode node) {
        ObjectValue object = new ObjectValue();
        node.properties().forEach(e -> object.put(e.getKey(), node(e.getValue())));
        return revive(object);
    }

    private static ListValue array(JsonNode node) {
        Object[] items = new Object[node.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = node(node.get(i));
        }
        return ListValue.array(items);
    }

    /** The date, time or error whose map this is, else the map. */
    public static Object revive(ObjectValue map) {
        if (map.has("__hogDateTime__")) {
            return map.get("dt") instanceof Number seconds ? new DateTimeValue(seconds.doubleValue(), zone(map)) : map;
        }
        if (map.has("__hogError__")) {
            return new ErrorValue(text(map.get("type")), text(map.get("message")), map.get("payload"));
        }
        return map.has("__hogDate__") ? date(map) : map;
    }

    private static String zone(ObjectValue map) {
        return map.get("zone") instanceof String zone ? zone : "UTC";
    }

    private static String text(Object value) {
        return value instanceof String text ? text : null;
    }

    private static Object date(ObjectValue map) {
        if (map.get("year") instanceof Long year
                && map.get("month") instanceof Long month
                && map.get("day") instanceof Long day) {
            try {
                return new DateValue(LocalDate.of(Math.toIntExact(year), Math.toIntExact(month), Math.toIntExact(day)));
            } catch (java.time.DateTimeException | ArithmeticException e) {
                return map;
            }
        }
        return map;
    }
}
