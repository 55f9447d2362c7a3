package dev.sightline.capture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;

/** Reads requests that only ask something: of their JSON the token is all that matters here. */
public final class TokenReader {

    private TokenReader() {}

    /**
     * The project token of a request, from its payload or its query.
     *
     * @throws CaptureRefused if the payload cannot be decoded or there is no well-formed token
     */
    public static String read(CaptureRequest request, CaptureLimits limits) {
        String asked = request.query().first("token", "api_key");
        if (asked != null) {
            return ProjectToken.check(asked);
        }
        JsonNode body = JsonBytes.read(Payload.json(request, limits), JsonParser::readValueAsTree);
        return ProjectToken.check(ProjectToken.ofEvent(body));
    }
}
