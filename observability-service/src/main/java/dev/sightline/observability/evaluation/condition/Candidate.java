package dev.sightline.observability.evaluation.condition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** An event as conditions look at it. For one thread; what many conditions ask for is worked out once. */
public final class Candidate {

    private final UUID uuid;
    private final String event;
    private final String distinctId;
    private final ObjectNode properties;
    private double sample = -1;

    public Candidate(UUID uuid, String event, String distinctId, ObjectNode properties) {
        this.uuid = uuid;
        this.event = event;
        this.distinctId = distinctId;
        this.properties = properties;
    }

    String event() {
        return event;
    }

    String distinctId() {
        return distinctId;
    }

    ObjectNode properties() {
        return properties;
    }

    /** JSON's null for a property that is absent. */
    JsonNode property(String key) {
        JsonNode value = properties.get(key);
        return value == null ? NullNode.getInstance() : value;
    }

    /** What the event itself says of its person: {@code $set} before {@code $set_once}. */
    JsonNode personProperty(String key) {
        JsonNode set = properties.path("$set").path(key);
        JsonNode value = set.isMissingNode() ? properties.path("$set_once").path(key) : set;
        return value.isMissingNode() ? NullNode.getInstance() : value;
    }

    ObjectNode person() {
        ObjectNode person = JsonNodeFactory.instance.objectNode();
        addTo(person, properties.path("$set_once"));
        addTo(person, properties.path("$set"));
        return person;
    }

    private static void addTo(ObjectNode person, JsonNode more) {
        more.properties().forEach(entry -> person.set(entry.getKey(), entry.getValue()));
    }

    /** Where the event falls between 0 and 100 when events are sampled. */
    double sample() {
        if (sample < 0) {
            sample = Sampling.of(uuid.toString());
        }
        return sample;
    }
}
