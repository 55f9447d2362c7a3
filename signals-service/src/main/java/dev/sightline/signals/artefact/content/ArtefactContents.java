package dev.sightline.signals.artefact.content;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.ApiException;
import dev.sightline.api.Refusal;
import dev.sightline.api.body.BodyReader;
import dev.sightline.json.Json;
import dev.sightline.signals.artefact.ArtefactType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** Holds contents against the schema of their type. */
@ApplicationScoped
public class ArtefactContents {

    private static final Map<ArtefactType, Class<? extends Record>> SCHEMAS = new EnumMap<>(Map.of(
            ArtefactType.SAFETY_JUDGMENT, SafetyJudgment.class,
            ArtefactType.ACTIONABILITY_JUDGMENT, ActionabilityJudgment.class,
            ArtefactType.PRIORITY_JUDGMENT, PriorityJudgment.class,
            ArtefactType.REPO_SELECTION, RepoSelection.class,
            ArtefactType.SIGNAL_FINDING, SignalFinding.class,
            ArtefactType.DISMISSAL, Dismissal.class,
            ArtefactType.CODE_REFERENCE, CodeReference.class,
            ArtefactType.COMMIT, Commit.class,
            ArtefactType.TASK_RUN, TaskRunContent.class,
            ArtefactType.NOTE, Note.class));

    private final BodyReader reader;

    ArtefactContents(BodyReader reader) {
        this.reader = reader;
    }

    /** The content as it is to be stored: known members only, defaults filled in. A mismatch is a 400 that says where. */
    public JsonNode normalised(ArtefactType type, JsonNode content) {
        try {
            return type == ArtefactType.SUGGESTED_REVIEWERS
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
