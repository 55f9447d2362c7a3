package dev.sightline.capture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;

/** The JSON of a request as a tree, for requests that are small or must be read whole. */
public final class JsonDocument {

    private JsonDocument() {}

    /**
     * The one value the bytes hold.
     *
     * @throws CaptureRefused if they are not one JSON value in UTF-8
     */
    public static JsonNode read(byte[] json) {
        JsonNode value = JsonBytes.read(json, JsonParser::readValueAsTree);
        if (value == null || value.isMissingNode()) {
            throw CaptureRefused.noEvent();
        }
        return value;
    }
}
