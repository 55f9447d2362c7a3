package dev.sightline.signals.artefact;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.auth.Organization;
import dev.sightline.auth.Person;
import dev.sightline.auth.ShortUserView;
import dev.sightline.json.Json;
import java.time.Instant;
import java.util.UUID;

/** Artefacts as the API shows them (spec/signals.md 6.4). */
final class ArtefactViews {

    private ArtefactViews() {}

    /** To somebody who reads. */
    @JsonPropertyOrder({"id", "type", "content", "created_at", "updated_at", "created_by", "task_id"})
    record Read(
            UUID id,
            ArtefactType type,
            JsonNode content,
            Instant createdAt,
            Instant updatedAt,
            ShortUserView createdBy,
            UUID taskId) {

        static Read of(Artefact artefact, Organization organization) {
            return new Read(
                    artefact.id(),
                    artefact.type(),
                    shown(artefact, organization),
                    artefact.createdAt(),
                    artefact.updatedAt(),
                    author(artefact.author(), organization),
                    artefact.author().taskId());
        }
    }

    /** To somebody who wrote. */
    @JsonPropertyOrder({"id", "report_id", "type", "content", "created_at", "updated_at", "task_id"})
    record Written(
            UUID id,
            UUID reportId,
            ArtefactType type,
            JsonNode content,
            Instant createdAt,
            Instant updatedAt,
            UUID taskId) {

        static Written of(Artefact artefact) {
            return new Written(
                    artefact.id(),
                    artefact.reportId(),
                    artefact.type(),
                    artefact.content(),
                    artefact.createdAt(),
                    artefact.updatedAt(),
                    artefact.author().taskId());
        }
    }

    private static ShortUserView author(Author author, Organization organization) {
        return author.userId() == null
                ? null
                : organization.members().stream()
                        .filter(member -> member.id() == author.userId())
                        .findFirst()
                        .map(ShortUserView::of)
                        .orElse(null);
    }

    /** The content, reviewers with the people whom their logins mean now. */
    private static JsonNode shown(Artefact artefact, Organization organization) {
        if (artefact.type() != ArtefactType.SUGGESTED_REVIEWERS
                || !artefact.content().isArray()) {
            return artefact.content();
        }
        ArrayNode reviewers = Json.mapper().createArrayNode();
        artefact.content().forEach(reviewer -> reviewers.add(withUser(reviewer, organization)));
        return reviewers;
    }

    private static JsonNode withUser(JsonNode reviewer, Organization organization) {
        ShortUserView user = organization.members().stream()
                .filter(member -> isNamed(member, reviewer.path("github_login").asText()))
                .findFirst()
                .map(ShortUserView::of)
                .orElse(null);
        return ((ObjectNode) reviewer.deepCopy()).set("user", Json.tree(user));
    }

    private static boolean isNamed(Person member, String login) {
        return member.githubLogin() != null && member.githubLogin().equalsIgnoreCase(login);
    }
}
