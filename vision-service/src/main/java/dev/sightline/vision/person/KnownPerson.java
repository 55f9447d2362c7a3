package dev.sightline.vision.person;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** A person as answers show them (spec/platform.md C.2); {@code uuid} says the same as {@code id}. */
public record KnownPerson(
        UUID id, UUID uuid, String name, List<String> distinctIds, JsonNode properties, Instant createdAt) {

    /** Called by what was said of them, otherwise by the name they came under. */
    static KnownPerson of(UUID id, List<String> distinctIds, JsonNode properties, Instant createdAt) {
        String name = Stream.of("email", "name", "username")
                .map(key -> properties.path(key).asText(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(
                        () -> Objects.toString(distinctIds.stream().findFirst().orElse(null), ""));
        return new KnownPerson(id, id, name, distinctIds, properties, createdAt);
    }
}
