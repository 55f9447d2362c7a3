package dev.sightline.observability.hog.vm;

import java.math.BigInteger;
import java.util.Map;

/** Names of types: Hog's own, as {@code typeof} gives them, and the reference implementation's in messages. */
public final class Types {

    private static final Map<Class<?>, String> HOG = Map.of(
            Boolean.class, "boolean",
            Long.class, "integer",
            BigInteger.class, "integer",
            Double.class, "float",
            String.class, "string",
            ObjectValue.class, "object",
            DateTimeValue.class, "datetime",
            DateValue.class, "date",
            ErrorValue.class, "error");

    private static final Map<String, String> REFERENCE = Map.of(
            "null", "NoneType",
            "boolean", "bool",
            "integer", "int",
            "string", "str",
            "array", "list",
            "object", "dict",
            "datetime", "dict",
            "date", "dict",
            "error", "dict");

    private Types() {}

    /** What {@code typeof} answers. */
    public static String of(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof ListValue list) {
            return list.isTuple() ? "tuple" : "array";
        }
        return HOG.getOrDefault(value.getClass(), "function");
    }

    /** The name of the value's type in the reference implementation. */
    public static String reference(Object value) {
        String type = of(value);
        return REFERENCE.getOrDefault(type, type);
    }
}
