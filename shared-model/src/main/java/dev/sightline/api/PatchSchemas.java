package dev.sightline.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** In an OpenAPI document a {@link Patch} of something is just that something. */
final class PatchSchemas {

    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, Schema> schemas;

    private PatchSchemas(Map<String, Schema> schemas) {
        this.schemas = new LinkedHashMap<>(schemas);
    }

    static void unwrap(Components components) {
        if (components.getSchemas() != null) {
            components.setSchemas(new PatchSchemas(components.getSchemas()).unwrapped());
        }
    }

    private Map<String, Schema> unwrapped() {
        Map<String, Schema> kept = new LinkedHashMap<>(schemas);
        kept.entrySet().removeIf(schema -> isPatch(schema.getKey()));
        kept.values().stream()
                .filter(schema -> schema.getProperties() != null)
                .forEach(schema -> schema.setProperties(unwrapped(schema.getProperties())));
        return kept;
    }

    private Map<String, Schema> unwrapped(Map<String, Schema> properties) {
        Map<String, Schema> unwrapped = new LinkedHashMap<>(properties);
        unwrapped.replaceAll((name, property) -> unwrapped(property));
        return unwrapped;
    }

    private Schema unwrapped(Schema property) {
        String name = property.getRef() == null ? "" : property.getRef().replace(PREFIX, "");
        return isPatch(name) ? schemas.get(name).getProperties().get("value") : property;
    }

    private boolean isPatch(String name) {
        Schema schema = schemas.get(name);
        return name.startsWith(Patch.class.getSimpleName())
                && schema != null
                && schema.getProperties() != null
                && schema.getProperties().keySet().equals(Set.of("present", "value"));
    }
}
