package dev.sightline.auth;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.ZoneId;
import java.util.UUID;

/** A project as its own route shows it. */
@JsonPropertyOrder({"id", "uuid", "organization", "name", "api_token", "timezone"})
record ProjectView(int id, UUID uuid, UUID organization, String name, String apiToken, ZoneId timezone) {

    static ProjectView of(Project project, Organization owner) {
        return new ProjectView(
                project.id(), project.uuid(), owner.id(), project.name(), project.captureToken(), project.timezone());
    }
}
