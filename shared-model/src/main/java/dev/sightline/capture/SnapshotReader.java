package dev.sightline.capture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a snapshot request in the same three shapes as events. Only the few members the edge needs become objects; the
 * rrweb items are remembered by where they stand, checked to be JSON and left as they are.
 */
public final class SnapshotReader {

    private static final Set<String> KEPT = Set.of(
            "event",
            "uuid",
            "token",
            "$token",
            "api_key",
            "distinct_id",
            "$distinct_id",
            "$session_id",
            "$window_id",
            "$snapshot_source",
            "$lib");

    private final RawItems items;
    private final List<ObjectNode> events = new ArrayList<>();
    private boolean allHaveItems = true;
    private boolean hasItems;

    private SnapshotReader(byte[] json) {
        this.items = new RawItems(json);
    }

    /**
     * The snapshots of a request. Items without a positive timestamp are left out; none may remain.
     *
     * @throws CaptureRefused if the request breaks a rule: then nothing of it is taken
     */
    public static SnapshotPost read(CaptureRequest request, CaptureLimits limits) {
        byte[] json = Payload.json(request, limits);
        SnapshotReader reader = new SnapshotReader(json);
        JsonBytes.read(json, reader::document);
        return reader.post();
    }

    private Void document(JsonParser in) throws IOException {
        if (JsonBytes.isArray(in)) {
            list(in);
        } else if (JsonBytes.isObject(in)) {
            envelope(in);
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
            ObjectNode event = JsonNodeFactory.instance.objectNode();
            members(in, event, false);
            finish(event);
        }
    }

    private void envelope(JsonParser in) throws IOException {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        if (members(in, envelope, true)) {
            String shared = ProjectToken.ofEnvelope(envelope);
            if (shared != null) {
                events.forEach(event -> event.put("token", shared));
            }
        } else {
            finish(envelope);
        }
    }

    private void finish(ObjectNode event) {
        allHaveItems &= hasItems;
        hasItems = false;
        events.add(event);
    }

    private boolean members(JsonParser in, ObjectNode event, boolean mayHoldBatch) throws IOException {
        boolean batch = false;
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            if (mayHoldBatch && "batch".equals(name) && JsonBytes.isArray(in)) {
                batch = true;
                list(in);
            } else if ("properties".equals(name) && JsonBytes.isObject(in)) {
                properties(in, event.putObject("properties"));
            } else {
                keepOrSkip(in, name, event);
            }
        }
        return batch;
    }

    private void properties(JsonParser in, ObjectNode properties) throws IOException {
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            if ("$snapshot_data".equals(name)) {
                items(in);
            } else {
                keepOrSkip(in, name, properties);
            }
        }
    }

    private static void keepOrSkip(JsonParser in, String name, ObjectNode to) throws IOException {
        if (KEPT.contains(name)) {
            to.set(name, in.readValueAsTree());
        } else {
            in.skipChildren();
        }
    }

    private void items(JsonParser in) throws IOException {
        hasItems = JsonBytes.isArray(in) || JsonBytes.isObject(in);
        if (JsonBytes.isObject(in)) {
            item(in);
        } else if (JsonBytes.isArray(in)) {
            while (in.nextToken() != JsonToken.END_ARRAY) {
                item(in);
            }
        }
    }

    private void item(JsonParser in) throws IOException {
        if (!JsonBytes.isObject(in)) {
            in.skipChildren();
            return;
        }
        int start = JsonBytes.start(in);
        long timestamp = timestamp(in);
        if (timestamp > 0) {
            items.add(start, JsonBytes.end(in), timestamp);
        }
    }

    private static long timestamp(JsonParser in) throws IOException {
        long timestamp = 0;
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            if (in.nextToken().isNumeric() && "timestamp".equals(name)) {
                timestamp = (long) in.getDoubleValue();
            } else {
                in.skipChildren();
            }
        }
        return timestamp;
    }

    private SnapshotPost post() {
        if (events.isEmpty()) {
            throw CaptureRefused.noEvent();
        }
        String token = events.stream()
                .map(ProjectToken::ofEvent)
                .map(ProjectToken::check)
                .reduce(ProjectToken::agree)
                .orElseThrow(CaptureRefused::noEvent);
        SnapshotEvent first = new SnapshotEvent(events.get(0));
        SnapshotPost post = new SnapshotPost(token, EventUuid.of(first.uuid()), first.by(), items);
        if (!allHaveItems) {
            throw CaptureRefused.invalid("replay event submitted without snapshot data");
        }
        return post;
    }
}
