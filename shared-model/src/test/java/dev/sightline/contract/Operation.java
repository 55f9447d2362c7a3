package dev.sightline.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;

/**
 * One operation of the contract.
 *
 * @param path with {@code :name} parameters, without trailing slash
 * @param scopes all of them needed
 * @param responses shape of the body by status; null where there is none
 */
public record Operation(
        String service,
        String method,
        String path,
        List<String> scopes,
        List<Field> query,
        List<Field> body,
        Map<String, JsonNode> responses) {

    /** A query parameter or body member. */
    public record Field(String name, String type) {}

    /** {@code METHOD path}, how tests name the operation. */
    public String id() {
        return method + " " + path;
    }

    /** The status of success: the lowest one documented. */
    public int status() {
        return responses.keySet().stream().mapToInt(Integer::parseInt).min().orElseThrow();
    }

    /** The shape of the answer of success, a null node where it has no body. */
    public JsonNode shape() {
        return responses.get(String.valueOf(status()));
    }

    /** The path in the canonical form, every parameter replaced by {@code {}}. */
    String pattern() {
        return canonical(path.replaceAll(":[a-z_]+", "{}"));
    }

    static String canonical(String pattern) {
        String projects = pattern.replaceFirst("^/api/environments/", "/api/projects/");
        return projects.endsWith("/") ? projects.substring(0, projects.length() - 1) : projects;
    }

    /** The path with values in place of its parameters; the project's parameter has two names. */
    String filled(int projectId, Map<String, String> values) {
        String filled = path.replace(":project_id", "" + projectId).replace(":environment_id", "" + projectId);
        List<Entry<String, String>> longestFirst = values.entrySet().stream()
                .sorted((a, b) -> b.getKey().length() - a.getKey().length())
                .collect(Collectors.toList());
        for (Entry<String, String> value : longestFirst) {
            filled = filled.replace(":" + value.getKey(), value.getValue());
        }
        return filled;
    }
}
