package dev.sightline.signals.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * A repository as GitHub lists it.
 *
 * @param name {@code owner/name} in lower case
 * @param description never null
 */
public record RepositoryListing(String name, String description, boolean archived) {

    static RepositoryListing of(JsonNode listed) {
        return new RepositoryListing(
                listed.path("full_name").asText().toLowerCase(Locale.ROOT),
                listed.path("description").asText(""),
                listed.path("archived").asBoolean());
    }
}
