package dev.sightline.auth;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a request names its project.
 *
 * @param path what stands for the project's number in the path; null on routes without
 * @param token a capture token in the query, which wins over the path; null for none
 */
record ProjectName(String path, String token) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    static ProjectName of(UriInfo uri) {
        return of(uri.getPathParameters().getFirst("project_id"), uri.getQueryParameters());
    }

    static ProjectName of(String path, MultivaluedMap<String, String> query) {
        return new ProjectName(path, query.containsKey("token") ? query.getFirst("token") : query.getFirst("api_key"));
    }

    boolean isGiven() {
        return path != null;
    }

    boolean isCurrent() {
        return "@current".equals(path);
    }

    /** The project's number, if the path holds one. */
    Optional<Integer> number() {
        return Optional.of(path).filter(text -> NUMBER.matcher(text).matches()).map(Integer::valueOf);
    }
}
