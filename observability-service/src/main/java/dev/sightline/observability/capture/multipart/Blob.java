package dev.sightline.observability.capture.multipart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sightline.capture.CaptureHeaders;
import dev.sightline.capture.CaptureLimits;
import dev.sightline.capture.CaptureRequest;
import dev.sightline.capture.JsonDocument;
import dev.sightline.capture.Payload;
import dev.sightline.capture.UrlForm;
import java.nio.charset.StandardCharsets;

/** A property that came as a part of its own. */
record Blob(Part part, String property) {

    private static final String PREFIX = "event.properties.";

    /** @throws dev.sightline.capture.CaptureRefused if the part has no business here */
    static Blob of(Part part) {
        String property = part.name().startsWith(PREFIX) ? part.name().substring(PREFIX.length()) : "";
        if (property.isEmpty()) {
            throw part.refused("is not expected");
        }
        if (property.indexOf('.') >= 0) {
            throw part.refused("names a property with a dot");
        }
        if (part.content().length == 0) {
            throw part.refused("is empty");
        }
        return new Blob(part, property);
    }

    /** JSON as it is, text as text, anything else in base64. */
    JsonNode value(CaptureLimits limits) {
        return switch (part.mediaType()) {
            case "application/json" -> JsonDocument.read(content(limits));
            case "text/plain" -> TextNode.valueOf(new String(content(limits), StandardCharsets.UTF_8));
            case "application/octet-stream" ->
                TextNode.valueOf(BinaryNode.valueOf(content(limits)).asText());
            case "" -> throw part.refused("has no content type");
            default -> throw part.refused("has an unsupported content type");
        };
    }

    private byte[] content(CaptureLimits limits) {
        if (part.encoding() == null) {
            return part.content();
        }
        CaptureHeaders headers = name -> "Content-Encoding".equals(name) ? part.encoding() : null;
        return Payload.body(new CaptureRequest(UrlForm.EMPTY, headers, part.content()), limits);
    }
}
