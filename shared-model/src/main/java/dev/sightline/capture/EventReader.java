package dev.sightline.capture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the three shapes of an event request: a list, an envelope with a {@code batch}, a single event. */
public final class EventReader {

    private final CaptureLimits limits;
    private final List<ObjectNode> events = new ArrayList<>();
    private ObjectNode envelope = JsonNodeFactory.instance.objectNode();

    private EventReader(CaptureLimits limits) {
        this.limits = limits;
    }

    /**
     * The events of a request that arrived now.
     *
     * @throws CaptureRefused if the request, or any event in it, breaks a rule: then none is taken
     */
    public static EventBatch read(CaptureRequest request, CaptureLimits limits, Instant now) {
        EventReader reader = new EventReader(limits);
        JsonBytes.read(Payload.json(request, limits), reader::document);
        return reader.batch(request.query(), now);
    }

    private Void document(JsonParser in) throws IOException {
        if (JsonBytes.isArray(in)) {
            list(in);
        } else if (JsonBytes.isObject(in)) {
            object(in);
        } else {
            throw CaptureRefused.unreadable("neither an object nor a list");
        }
        return null;
    }

    private void list(JsonParser in) throws IOException {
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (!JsonBytes.isObject(in)) {
                throw CaptureRefused.unreadable("event is not an object");
            }
            int start = JsonBytes.start(in);
            events.add(in.readValueAsTree());
            requireSize(JsonBytes.end(in) - start);
        }
    }

    private void requireSize(int bytes) {
        if (bytes > limits.event()) {
            throw CaptureRefused.tooLarge();
        }
    }

    private void object(JsonParser in) throws IOException {
        boolean batch = false;
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            if ("batch".equals(name) && JsonBytes.isArray(in)) {
                batch = true;
                list(in);
            } else {
                envelope.set(name, in.<JsonNode>readValueAsTree());
            }
        }
        if (!batch) {
            single(JsonBytes.end(in));
        }
    }

    private void single(int size) {
        requireSize(size);
        events.add(envelope);
        envelope = JsonNodeFactory.instance.objectNode();
    }

    private EventBatch batch(UrlForm query, Instant now) {
        if (events.isEmpty()) {
            throw CaptureRefused.noEvent();
        }
        String token = token();
        return new EventBatch(
                token, events.stream().map(event -> event(event, query, now)).toList());
    }

    private ClientEvent event(ObjectNode event, UrlForm query, Instant now) {
        JsonNode sentAt = envelope.has("sent_at") ? envelope.path("sent_at") : event.path("sent_at");
        return ClientEvent.of(event, EventTime.sentAt(sentAt, query), now);
    }

    private String token() {
        String shared = ProjectToken.ofEnvelope(envelope);
        if (shared != null) {
            return ProjectToken.check(shared);
        }
        return events.stream()
                .map(ProjectToken::ofEvent)
                .map(ProjectToken::check)
                .reduce(ProjectToken::agree)
                .orElseThrow(CaptureRefused::noEvent);
    }
}
