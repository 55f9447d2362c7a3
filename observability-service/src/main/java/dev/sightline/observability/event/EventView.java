package dev.sightline.observability.event;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/** An event as the API answers it. People are not kept here, so {@code person} is null. */
@JsonPropertyOrder({"id", "distinct_id", "properties", "event", "timestamp", "person", "elements_chain"})
record EventView(
        UUID id,
        String distinctId,
        ObjectNode properties,
        String event,
        Instant timestamp,
        JsonNode person,
        String elementsChain) {

    static EventView of(StoredEvent stored) {
        return new EventView(
                stored.uuid(),
                stored.distinctId(),
                stored.properties(),
                stored.event(),
                stored.timestamp(),
                null,
                stored.properties().path("$elements_chain").asText(""));
    }
}
