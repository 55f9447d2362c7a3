package dev.sightline.observability.hog.vm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * The variables a host gives to programs. Built once, used by any number of runs at once: what a program reads is its
 * own copy, made only as far as it needs one.
 */
public final class Globals {

    private static final Globals NONE = new Globals(Map.of());

    private final Map<String, Object> values;

    private Globals(Map<String, Object> values) {
        this.values = values;
    }

    /** No variables at all. */
    public static Globals none() {
        return NONE;
    }

    /** Variables from plain Java values: texts, numbers, booleans, nulls, lists, maps and Jackson trees. */
    public static Globals of(Map<String, ?> variables) {
        Map<String, Object> values = new HashMap<>();
        variables.forEach((name, value) -> values.put(name, JavaValues.of(value)));
        return new Globals(values);
    }

    /** The members of a JSON object as variables. */
    public static Globals of(JsonNode object) {
        Map<String, Object> values = new HashMap<>();
        object.properties().forEach(e -> values.put(e.getKey(), JavaValues.of(e.getValue())));
        return new Globals(values);
    }

    boolean has(Object name) {
        return values.containsKey(name);
    }

    Object read(Run run, Object[] chain) {
        Object value = values.get(chain[0]);
        for (int i = 1; i < chain.length && value != null; i++) {
            value = peek(value, chain[i]);
        }
        return Values.isContainer(value) ? Values.borrow(run, value) : value;
    }

    private static Object peek(Object base, Object key) {
        return base instanceof ObjectValue object && key instanceof String
                ? object.peek().get(key)
                : Access.get(base, key);
    }
}
