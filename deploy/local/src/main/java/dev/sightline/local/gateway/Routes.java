package dev.sightline.local.gateway;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The routes file: kinds of routes by name, and the routes in the order in which they are tried. The file itself
 * explains its members.
 */
public record Routes(Map<String, Kind> kinds, List<Route> routes) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    public Routes {
        for (Route route : routes) {
            if (!kinds.containsKey(route.kind())) {
                throw new IllegalArgumentException("the kind " + route.kind() + " of " + route.paths() + " is unknown");
            }
        }
    }

    /**
     * Reads a routes file.
     *
     * @throws IOException if it cannot be read, naming the file, the line and the reason
     */
    public static Routes read(Path file) throws IOException {
        try {
            return YAML.readValue(file.toFile(), Routes.class);
        } catch (IOException e) {
            throw new IOException("the routes in " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The terms on which a route of this file serves. */
    Kind kindOf(Route route) {
        return Optional.ofNullable(kinds.get(route.kind())).orElseThrow();
    }
}
