package dev.sightline.vision.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sightline.capture.RawItems;
import dev.sightline.capture.SnapshotPost;
import dev.sightline.event.SnapshotsReceived;
import dev.sightline.json.Json;
import dev.sightline.messaging.EncodedMessage;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * The {@link SnapshotsReceived} of a request, written with the items copied byte for byte.
 *
 * @param library what the client calls itself, or what its user agent says
 */
record SnapshotMessage(int projectId, SnapshotPost post, String library, Instant receivedAt) {

    private static final int CLOSING = "]}".length();

    EncodedMessage encoded() {
        return EncodedMessage.of(id(), key(), SnapshotsReceived.class, json());
    }

    String key() {
        return projectId + ":" + post.by().sessionId();
    }

    /** The same for the same request sent again, so that the recorder recognises it; never that of another project. */
    UUID id() {
        String name = key() + ":" + post.uuid();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    byte[] json() {
        RawItems items = post.items();
        byte[] frame = frame();
        ByteArrayOutputStream out = new ByteArrayOutputStream(frame.length + items.length());
        out.write(frame, 0, frame.length - CLOSING);
        items.writeTo(out);
        out.write(frame, frame.length - CLOSING, CLOSING);
        return out.toByteArray();
    }

    private byte[] frame() {
        SnapshotPost.RecordedBy by = post.by();
        SnapshotsReceived empty = new SnapshotsReceived(
                projectId,
                id(),
                by.sessionId(),
                by.windowId(),
                by.distinctId(),
                by.source(),
                library,
                receivedAt,
                JsonNodeFactory.instance.arrayNode());
        try {
            return Json.mapper().writeValueAsBytes(empty);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
