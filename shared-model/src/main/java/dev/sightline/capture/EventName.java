package dev.sightline.capture;

import com.fasterxml.jackson.databind.JsonNode;

/** The rule of an event's name: a text that is not blank. */
final class EventName {

    private EventName() {}

    static String of(JsonNode event) {
        String name = event.path("event").textValue();
        if (name == null || name.isBlank()) {
            throw CaptureRefused.invalid("event submitted without an event name");
        }
        return SafeText.of(name);
    }
}
