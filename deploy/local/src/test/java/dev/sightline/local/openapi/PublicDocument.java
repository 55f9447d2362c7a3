package dev.sightline.local.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The services' documents as one: what the gateway answers under one address. */
final class PublicDocument {

    private static final String HEAD = """
            {"openapi": "3.1.0",
             "info": {"title": "Sightline", "version": "0.1.0",
                      "description": "Replay Vision, Signals and AI Observability over PostHog's published API, self-hosted.",
                      "license": {"name": "MIT", "identifier": "MIT"}},
             "servers": [{"url": "http://localhost:8000", "description": "The local stack"}]}""";

    private static final Path NOTES = Path.of("../openapi-notes.yaml");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, JsonNode> paths = new TreeMap<>();
    private final Map<String, JsonNode> schemas = new TreeMap<>();
    private final Set<String> tags = new TreeSet<>();
    private JsonNode securitySchemes;
    private JsonNode responses;

    static ObjectNode of(List<ServiceDocument> documents) throws IOException {
        PublicDocument merged = new PublicDocument();
        for (ServiceDocument document : documents) {
            merged.add(document);
        }
        return merged.json();
    }

    private void add(ServiceDocument document) throws IOException {
        ServiceDocument distinct = withoutClashes(document);
        securitySchemes = distinct.json().at("/components/securitySchemes");
        responses = distinct.json().at("/components/responses");
        distinct.schemas().properties().forEach(schema -> schemas.put(schema.getKey(), schema.getValue()));
        distinct.paths().properties().forEach(path -> {
            paths.putIfAbsent(path.getKey(), path.getValue());
            path.getValue().forEach(operation -> operation.path("tags").forEach(tag -> tags.add(tag.asText())));
        });
    }

    /** Two services may call two things the same; the second is then called by its service's name as well. */
    private ServiceDocument withoutClashes(ServiceDocument document) throws IOException {
        ServiceDocument distinct = document;
        for (Iterator<String> names = document.schemas().fieldNames(); names.hasNext(); ) {
            String name = names.next();
            JsonNode known = schemas.get(name);
            if (known != null && !known.equals(document.schemas().get(name))) {
                distinct = distinct.renamed(name, capitalized(document.service()) + name);
            }
        }
        return distinct;
    }

    private static String capitalized(String service) {
        return service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
    }

    private ObjectNode json() throws IOException {
        ObjectNode json = (ObjectNode) MAPPER.readTree(HEAD);
        JsonNode notes = new YAMLMapper().readTree(NOTES.toFile());
        ArrayNode described = json.putArray("tags");
        tags.forEach(tag -> described.addObject().put("name", tag).set("description", notes.at("/tags/" + tag)));
        json.set("paths", MAPPER.valueToTree(paths));
        json.putObject("components")
                .<ObjectNode>set("schemas", MAPPER.valueToTree(schemas))
                .<ObjectNode>set("responses", responses)
                .set("securitySchemes", securitySchemes);
        new Examples(notes.path("requests")).addTo(json);
        return json;
    }
}
