package dev.sightline.vision.recording;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * The compression posthog-js applies to parts of an item and marks with {@code "cv":"2024-10"} (spec/platform.md B.7):
 * a string each of whose characters is one byte of gzipped JSON. The gzip magic decides, so that an item which lost its
 * mark is read as well.
 */
final class PartialCompression {

    private static final ObjectMapper MAPPER = RecordingJson.mapper();

    private PartialCompression() {}

    static JsonParser open(JsonNode part, InflationLimit limit) throws IOException {
        return compressed(part) ? inflating(part.textValue(), limit) : part.traverse(MAPPER);
    }

    static boolean compressed(JsonNode part) {
        String text = part.isTextual() ? part.textValue() : "";
        return text.length() > 2 && text.charAt(0) == 0x1f && text.charAt(1) == 0x8b;
    }

    private static JsonParser inflating(String text, InflationLimit limit) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        InputStream inflated = limit.over(new GZIPInputStream(new ByteArrayInputStream(bytes), 8192));
        return MAPPER.getFactory().createParser(inflated);
    }
}
