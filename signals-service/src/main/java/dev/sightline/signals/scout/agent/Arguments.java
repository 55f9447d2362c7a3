package dev.sightline.signals.scout.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.ApiException;
import dev.sightline.json.Coercions;
import dev.sightline.json.Json;
import java.util.Optional;
import java.util.UUID;

/** What the model gives a tool. */
record Arguments(JsonNode json) {

    /** A text that must be there, of at most so many characters. */
    String text(String name, int most) {
        String text = optional(name).orElseThrow(() -> ApiException.required(name));
        if (text.length() > most) {
            throw ApiException.invalid(
                    name, "max_length", "Ensure this field has no more than " + most + " characters.");
        }
        return text;
    }

    Optional<String> optional(String name) {
        return Optional.of(json.path(name).asText("").replace("\0", "").strip()).filter(text -> !text.isEmpty());
    }

    /** A number from 1 to 100, 20 if it is not there. */
    int limit() {
        return Math.max(1, Math.min(100, json.path("limit").asInt(20)));
    }

    UUID uuid(String name) {
        return optional(name)
                .flatMap(Coercions::uuid)
                .orElseThrow(() -> ApiException.invalid(name, "Must be a valid UUID."));
    }

    /** All of it as a record. */
    <T> T as(Class<T> type) {
        try {
            return Json.mapper().treeToValue(json, type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw ApiException.invalid(null, "The arguments do not fit.");
        }
    }
}
