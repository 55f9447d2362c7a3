package dev.sightline.local.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/** The OpenAPI document that the build of a service left. */
record ServiceDocument(String service, ObjectNode json) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static ServiceDocument of(String service) throws IOException {
        Path file = Path.of("../..", service + "-service/target/openapi/openapi.json");
        return new ServiceDocument(service, (ObjectNode) MAPPER.readTree(file.toFile()));
    }

    ObjectNode paths() {
        return (ObjectNode) json.path("paths");
    }

    ObjectNode schemas() {
        return (ObjectNode) json.at("/components/schemas");
    }

    /** The same document with a schema called otherwise, wherever it is meant. */
    ServiceDocument renamed(String schema, String name) throws IOException {
        String text = MAPPER.writeValueAsString(json)
                .replace("\"#/components/schemas/" + schema + "\"", "\"#/components/schemas/" + name + "\"");
        ObjectNode changed = (ObjectNode) MAPPER.readTree(text);
        ObjectNode schemas = (ObjectNode) changed.at("/components/schemas");
        schemas.set(name, schemas.remove(schema));
        return new ServiceDocument(service, changed);
    }
}
