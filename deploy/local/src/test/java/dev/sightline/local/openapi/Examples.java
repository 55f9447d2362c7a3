package dev.sightline.local.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.contract.Contract;
import dev.sightline.contract.Operation;
import java.util.Locale;

/**
 * Puts examples into the document: of requests those that people wrote, of answers to the contract's operations what the
 * shapes of the contract come to.
 */
final class Examples {

    private static final String MEDIA_TYPE = "application/json";

    private final JsonNode requests;

    /** @param requests bodies by the operation's id */
    Examples(JsonNode requests) {
        this.requests = requests;
    }

    void addTo(ObjectNode document) {
        document.path("paths").forEach(path -> path.forEach(this::addRequest));
        Contract.operations().forEach(operation -> addAnswer(document, operation));
    }

    private void addRequest(JsonNode operation) {
        JsonNode example = requests.get(operation.path("operationId").asText());
        JsonNode content = operation.at("/requestBody/content");
        if (example != null && content.has(MEDIA_TYPE)) {
            ((ObjectNode) content.get(MEDIA_TYPE)).set("example", example);
        }
    }

    private static void addAnswer(ObjectNode document, Operation operation) {
        JsonNode content = document.path("paths")
                .path(path(operation))
                .path(operation.method().toLowerCase(Locale.ROOT))
                .path("responses")
                .path("" + operation.status())
                .path("content");
        if (content.has(MEDIA_TYPE) && !operation.shape().isNull()) {
            ObjectNode json = (ObjectNode) content.get(MEDIA_TYPE);
            json.set("example", new Sample(document).of(operation.shape(), json.path("schema")));
        }
    }

    private static String path(Operation operation) {
        return operation
                .path()
                .replaceFirst("^/api/environments/", "/api/projects/")
                .replaceAll(":([a-z_]+)", "{$1}");
    }
}
