package dev.sightline.vision.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sightline.event.SnapshotsReceived;
import dev.sightline.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** Makes rrweb items and batches of them. */
public final class Items {

    private Items() {}

    /** An item from JSON written with single quotes. */
    public static JsonNode item(String json) {
        return Json.read(json.replace('\'', '"'), JsonNode.class);
    }

    public static RrwebItem rrweb(String json) {
        return RrwebItem.of(item(json)).orElseThrow();
    }

    public static SnapshotsReceived batch(JsonNode... items) {
        ArrayNode array = Json.mapper().createArrayNode();
        for (JsonNode item : items) {
            array.add(item);
        }
        return new SnapshotsReceived(1, new UUID(0, 1), "s-1", "w-1", "ada", "web", "web", Instant.EPOCH, array);
    }

    /** What posthog-js makes of a part: gzip, each byte one character. */
    public static String compressed(String json) {
        return new String(gzip(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)), StandardCharsets.ISO_8859_1);
    }

    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(target)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target.toByteArray();
    }
}
