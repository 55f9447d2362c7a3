package dev.sightline.auth;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.ZoneId;
import java.util.UUID;

/** A project as the account shows it: clients call it by both names. */
@JsonPropertyOrder({"id", "uuid", "name", "organization", "project_id", "api_token", "timezone"})
record TeamView(int id, UUID uuid, String name, UUID organization, int projectId, String apiToken, ZoneId timezone) {

    static TeamView of(Project project, Organization owner) {
        return new TeamView(
                project.id(),
                project.uuid(),
                project.name(),
                owner.id(),
                project.id(),
                project.captureToken(),
                project.timezone());
    }
}
