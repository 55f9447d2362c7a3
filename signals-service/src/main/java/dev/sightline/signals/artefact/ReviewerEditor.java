package dev.sightline.signals.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.activity.Activity;
import dev.sightline.activity.ActivityLog;
import dev.sightline.activity.Actor;
import dev.sightline.api.Refusal;
import dev.sightline.auth.Organization;
import dev.sightline.auth.Person;
import dev.sightline.json.Json;
import dev.sightline.signals.artefact.ArtefactRequests.Reviewer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sets who should look at a report, keeping the commits that spoke for those who were there (spec/signals.md 6.6). */
@ApplicationScoped
class ReviewerEditor {

    private final Artefacts artefacts;
    private final ActivityLog log;

    ReviewerEditor(Artefacts artefacts, ActivityLog log) {
        this.artefacts = artefacts;
        this.log = log;
    }

    /** Who sets the reviewers, and among whose members they are looked up. */
    record Editor(Organization organization, Actor actor, Author author) {}

    /** Appends a new list in place of the one that the artefact is part of. */
    Uni<Artefact> set(ReportKey report, UUID id, List<Reviewer> wanted, Editor editor) {
        return artefacts.holding(report, rows -> rows.one(id)
                .invoke(ReviewerEditor::checkType)
                .flatMap(row -> rows.newest(ArtefactType.SUGGESTED_REVIEWERS))
                .flatMap(current -> replace(rows, current, wanted, editor)));
    }

    private static void checkType(Artefact row) {
        if (row.type() != ArtefactType.SUGGESTED_REVIEWERS) {
            throw new Refusal(400, "Only artefacts of type suggested_reviewers can be replaced.");
        }
    }

    private Uni<Artefact> replace(ArtefactRows rows, Optional<Artefact> current, List<Reviewer> wanted, Editor editor) {
        JsonNode before = current.map(Artefact::content).orElseGet(Json.mapper()::createArrayNode);
        ArrayNode after = merged(before, wanted, editor.organization());
        NewArtefact artefact =
                NewArtefact.of(rows.report().id(), ArtefactType.SUGGESTED_REVIEWERS, after, editor.author());
        return artefacts
                .insert(rows, artefact)
                .call(inserted -> editor.author().taskId() != null || before.equals(after)
                        ? Uni.createFrom().voidItem()
                        : log(rows, editor, before, after))
                .map(Artefacts.Appended::artefact);
    }

    private Uni<Void> log(ArtefactRows rows, Editor editor, JsonNode before, JsonNode after) {
        Activity activity = new Activity(
                rows.report().projectId(),
                "SignalReport",
                rows.report().id(),
                null,
                "updated",
                Map.of("change", "suggested_reviewers_changed", "before", before, "after", after));
        return log.append(rows.client(), activity, editor.actor());
    }

    private static ArrayNode merged(JsonNode before, List<Reviewer> wanted, Organization organization) {
        Map<String, ObjectNode> byLogin = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String login = login(wanted.get(i), i, organization);
            byLogin.putIfAbsent(login, entry(login, wanted.get(i), existing(before, login)));
        }
        return Json.mapper().createArrayNode().addAll(byLogin.values());
    }

    private static String login(Reviewer reviewer, int index, Organization organization) {
        if (reviewer.userUuid() == null) {
            return reviewer.githubLogin().toLowerCase(Locale.ROOT);
        }
        return organization.members().stream()
                .filter(member -> member.uuid().equals(reviewer.userUuid()) && member.githubLogin() != null)
                .map(Person::githubLogin)
                .findFirst()
                .map(login -> login.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> new Refusal(400, "content[" + index + "]: nobody with a GitHub login is meant."));
    }

    private static JsonNode existing(JsonNode before, String login) {
        for (JsonNode reviewer : before) {
            if (reviewer.path("github_login").asText().equals(login)) {
                return reviewer;
            }
        }
        return Json.mapper().createObjectNode();
    }

    private static ObjectNode entry(String login, Reviewer reviewer, JsonNode existing) {
        ObjectNode entry = Json.mapper().createObjectNode().put("github_login", login);
        entry.put("github_name", name(reviewer, existing));
        entry.set("relevant_commits", commits(existing));
        return entry;
    }

    private static String name(Reviewer reviewer, JsonNode existing) {
        return reviewer.githubName() != null
                ? reviewer.githubName()
                : existing.path("github_name").asText(null);
    }

    private static JsonNode commits(JsonNode existing) {
        return existing.path("relevant_commits").isArray()
                ? existing.path("relevant_commits")
                : Json.mapper().createArrayNode();
    }
}
