package dev.sightline.signals.artefact.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.ApiException;
import dev.sightline.api.Refusal;
import dev.sightline.api.body.BodyReader;
import dev.sightline.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Holds contents against the schema of their type. */
@ApplicationScoped
public class ArtefactContents {

    private static final String SUGGESTED_REVIEWERS = "suggested_reviewers";

    private static final Map<String, Class<? extends Record>> SCHEMAS = Map.of(
            "safety_judgment", SafetyJudgment.class,
            "actionability_judgment", ActionabilityJudgment.class,
            "priority_judgment", PriorityJudgment.class,
            "repo_selection", RepoSelection.class,
            "signal_finding", SignalFinding.class,
            "dismissal", Dismissal.class,
            "code_reference", CodeReference.class,
            "commit", Commit.class,
            "task_run", TaskRunContent.class,
            "note", Note.class);

    private final BodyReader reader;

    ArtefactContents(BodyReader reader) {
        this.reader = reader;
    }

    /**
     * The content as it is to be stored: known members only, defaults filled in. A mismatch is a 400 that says where.
     *
     * @param type a writable type, as the API names it
     */
    public JsonNode normalised(String type, JsonNode content) {
        try {
            return type.equals(SUGGESTED_REVIEWERS)
                    ? reviewers(content)
                    : Json.tree(reader.read(SCHEMAS.get(type), content));
        } catch (ApiException e) {
            throw new Refusal(400, e.attr() == null ? e.detail() : e.attr() + ": " + e.detail());
        }
    }

    private JsonNode reviewers(JsonNode content) {
        SuggestedReviewers.refuseStrangers(content);
        JsonNode wrapped = Json.mapper().createObjectNode().set("content", content);
        return Json.tree(reader.read(SuggestedReviewers.class, wrapped).content());
    }
}
