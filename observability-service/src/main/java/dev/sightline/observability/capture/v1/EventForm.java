package dev.sightline.observability.capture.v1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.capture.CaptureRefused;
import dev.sightline.capture.ClientEvent;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Reads one event of version 1 by rewriting it to the common form. */
record EventForm(Sender sender, Instant now) {

    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");
    private static final List<String> COMMON = List.of("event", "uuid", "distinct_id", "timestamp", "properties");
    private static final List<String> IDS = List.of("session_id", "window_id");

    /**
     * What becomes of an event; one that breaks a rule does so alone.
     *
     * @throws CaptureRefused if there is no id under which to answer
     */
    Outcome read(JsonNode sent) {
        String uuid = sent.path("uuid").asText("");
        if (!UUID.matcher(uuid).matches()) {
            throw CaptureRefused.unreadable("event without a valid uuid");
        }
        try {
            return new Outcome.Taken(uuid, event((ObjectNode) sent));
        } catch (CaptureRefused refused) {
            return new Outcome.Refused(uuid, refused.getMessage());
        }
    }

    private ClientEvent event(ObjectNode sent) {
        if (!TIME.matcher(sent.path("timestamp").asText("")).matches()) {
            throw CaptureRefused.invalid("timestamp is not a time with an offset");
        }
        Options options = Options.of(sent);
        sent.set("properties", properties(sent, options));
        return ClientEvent.of(sent.retain(COMMON), options.trustsTheClock() ? null : sender.sentAt(), now);
    }

    private JsonNode properties(ObjectNode sent, Options options) {
        JsonNode given = sent.path("properties");
        boolean none = given.isMissingNode() || given.isNull();
        if (!none && !given.isObject()) {
            throw CaptureRefused.invalid("properties is not an object");
        }
        ObjectNode properties = none ? JsonNodeFactory.instance.objectNode() : (ObjectNode) given;
        IDS.stream().filter(id -> sent.path(id).isTextual()).forEach(id -> properties.set("$" + id, sent.get(id)));
        options.copyTo(properties);
        sender.sign(properties);
        return properties;
    }
}
