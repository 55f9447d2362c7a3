package dev.sightline.observability.capture.otel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.capture.CaptureRefused;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Members of OTLP's JSON. Absent and null ones read as empty; those of another shape refuse the request by their name. */
final class JsonShape {

    private JsonShape() {}

    static Stream<JsonNode> objects(JsonNode in, String name) {
        JsonNode list = in.path(name);
        if (!absent(list) && !list.isArray()) {
            throw wrong(name, "a list");
        }
        return StreamSupport.stream(list.spliterator(), false).map(item -> require(item, name, item.isObject()));
    }

    private static JsonNode require(JsonNode item, String name, boolean holds) {
        if (!holds) {
            throw wrong(name, "a list of objects");
        }
        return item;
    }

    static JsonNode object(JsonNode in, String name) {
        JsonNode object = in.path(name);
        if (!absent(object) && !object.isObject()) {
            throw wrong(name, "an object");
        }
        return object;
    }

    /** Empty for an absent text. */
    static String text(JsonNode in, String name) {
        JsonNode text = in.path(name);
        if (!absent(text) && !text.isTextual()) {
            throw wrong(name, "a text");
        }
        return text.asText("");
    }

    /** An unsigned number of 64 bits; 0 for an absent one. */
    static long nanos(JsonNode in, String name) {
        JsonNode nanos = in.path(name);
        if (absent(nanos) || nanos.isTextual() && nanos.textValue().isEmpty()) {
            return 0;
        }
        try {
            return Long.parseUnsignedLong(nanos.asText());
        } catch (NumberFormatException e) {
            throw wrong(name, "a number of nanoseconds");
        }
    }

    static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    static CaptureRefused wrong(String name, String expected) {
        return CaptureRefused.unreadable(name + " is not " + expected);
    }
}
