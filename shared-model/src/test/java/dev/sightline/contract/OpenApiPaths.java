package dev.sightline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.stream.StreamSupport;

/** Finds operations of the contract in a service's OpenAPI document and compares what both say. */
final class OpenApiPaths {

    private OpenApiPaths() {}

    /** The documented operation, a missing node if the service has none of that path and method. */
    static JsonNode find(JsonNode openApi, Operation operation) {
        for (Entry<String, JsonNode> path : openApi.path("paths").properties()) {
            if (Operation.canonical(path.getKey().replaceAll("\\{[^}]+}", "{}")).equals(operation.pattern())) {
                return path.getValue().path(operation.method().toLowerCase(Locale.ROOT));
            }
        }
        return MissingNode.getInstance();
    }

    static List<String> deviations(Operation operation, JsonNode documented) {
        List<String> deviations = new ArrayList<>();
        if (!documented.path("responses").has(String.valueOf(operation.status()))) {
            deviations.add("OpenAPI does not document status " + operation.status());
        }
        List<String> parameters = StreamSupport.stream(
                        documented.path("parameters").spliterator(), false)
                .map(parameter -> parameter.path("name").asText())
                .toList();
        operation.query().stream()
                .filter(field -> !parameters.contains(field.name()))
                .forEach(field -> deviations.add("OpenAPI does not name the query parameter " + field.name()));
        return deviations;
    }
}
