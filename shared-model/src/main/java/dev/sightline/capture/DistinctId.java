package dev.sightline.capture;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/** The rules of {@code distinct_id}: any JSON value but null and the empty text, at most 200 characters. */
final class DistinctId {

    private static final int LONGEST = 200;

    private DistinctId() {}

    /**
     * The id an event names at its top level or else in its properties.
     *
     * @throws CaptureRefused if it names none
     */
    static String of(JsonNode event) {
        JsonNode value = Stream.of(
                        event.path("distinct_id"),
                        event.path("$distinct_id"),
                        event.path("properties").path("distinct_id"))
                .filter(DistinctId::isPresent)
                .findFirst()
                .orElseThrow(() -> CaptureRefused.invalid("event submitted without a distinct_id"));
        return cut(SafeText.of(value.isTextual() ? value.textValue() : value.toString()));
    }

    private static boolean isPresent(JsonNode value) {
        return !value.isMissingNode()
                && !value.isNull()
                && !(value.isTextual() && value.textValue().isEmpty());
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }
}
