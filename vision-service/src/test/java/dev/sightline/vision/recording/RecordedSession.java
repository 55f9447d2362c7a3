package dev.sightline.vision.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.EventCaptured;
import dev.sightline.event.SnapshotsReceived;
import dev.sightline.json.Json;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The requests of a real SDK, read back as the messages the edge makes of them. What the SDK sent again is there once, as
 * the inbox and the event store see to it.
 */
public record RecordedSession(List<SnapshotsReceived> batches, List<EventCaptured> events) {

    public static RecordedSession of(String file) {
        return of(requests(file));
    }

    /** The session of some requests, each as {@code sdk-requests} holds them. */
    public static RecordedSession of(List<JsonNode> requests) {
        List<SnapshotsReceived> batches = new ArrayList<>();
        List<EventCaptured> events = new ArrayList<>();
        for (JsonNode request : requests) {
            String url = request.path("url").asText();
            if (url.startsWith("/s/")) {
                batches.add(batch(request.path("json")));
            } else if (url.contains("/e/")) {
                eventsOf(request.path("json")).forEach(event -> events.add(event(event, request)));
            }
        }
        return new RecordedSession(once(batches, SnapshotsReceived::batchId), once(events, EventCaptured::uuid));
    }

    private static <T> List<T> once(List<T> all, Function<T, UUID> identity) {
        Map<UUID, T> first = new LinkedHashMap<>();
        all.forEach(one -> first.putIfAbsent(identity.apply(one), one));
        return List.copyOf(first.values());
    }

    /** What the recorder would have counted. */
    public SessionCounters counters() {
        return batches.stream()
                .flatMap(batch -> Block.of(List.of(batch), true).stream())
                .map(Block::counters)
                .reduce(SessionCounters.NONE, SessionCounters::plus);
    }

    /** The blocks the recorder would have stored. */
    public List<byte[]> blocks() {
        return batches.stream()
                .flatMap(batch -> Block.of(List.of(batch), true).stream())
                .map(Block::bytes)
                .toList();
    }

    /** Hands every item to a sink by way of blocks, as they are read from storage. */
    public void read(ItemSink sink) {
        BlockReader reader = new BlockReader(sink);
        batches.stream()
                .flatMap(batch -> Block.of(List.of(batch), true).stream())
                .forEach(block -> reader.read(new ByteArrayInputStream(block.bytes())));
    }

    private static List<JsonNode> requests(String file) {
        String path = "/sdk-requests/" + file;
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(RecordedSession.class.getResourceAsStream(path), StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> Json.read(line, JsonNode.class)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SnapshotsReceived batch(JsonNode body) {
        JsonNode first = body.isArray() ? body.path(0) : body;
        JsonNode properties = first.path("properties");
        ArrayNode items = Json.mapper().createArrayNode();
        (body.isArray() ? body : Json.mapper().createArrayNode().add(body))
                .forEach(
                        event -> event.path("properties").path("$snapshot_data").forEach(items::add));
        return new SnapshotsReceived(
                1,
                UUID.fromString(first.path("uuid").asText()),
                properties.path("$session_id").asText(),
                properties.path("$window_id").asText(),
                properties.path("distinct_id").asText(),
                "web",
                properties.path("$lib").asText(),
                Instant.EPOCH,
                items);
    }

    private static Iterable<JsonNode> eventsOf(JsonNode body) {
        return body.isArray() ? body : body.has("batch") ? body.path("batch") : List.of(body);
    }

    private static EventCaptured event(JsonNode event, JsonNode request) {
        ObjectNode properties = event.path("properties").deepCopy();
        Instant arrived = Instant.ofEpochMilli(request.path("t").asLong());
        Instant time = event.path("timestamp").isTextual()
                ? Instant.parse(event.path("timestamp").asText())
                : arrived.minusMillis(event.path("offset").asLong());
        return new EventCaptured(
                1,
                UUID.fromString(event.path("uuid").asText()),
                event.path("event").asText(),
                properties.path("distinct_id").asText("someone"),
                time,
                arrived,
                properties);
    }
}
