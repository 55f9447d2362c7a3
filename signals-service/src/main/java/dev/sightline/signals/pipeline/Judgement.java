package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import java.util.Optional;

/**
 * What a run found out about a report.
 *
 * @param presentation its title, like that of a pull request and at most 96 characters, and its summary
 * @param actionability what can be done, and why
 * @param priority how urgent, and why; empty when there is nothing to act on
 * @param alreadyAddressed whether recent code fixes it
 */
public record Judgement(
        Presentation presentation,
        Reasoned<Actionability> actionability,
        Optional<Reasoned<Priority>> priority,
        boolean alreadyAddressed) {

    /** How the report reads. */
    public record Presentation(String title, String summary) {}

    /** A choice and its explanation, which is never blank. */
    public record Reasoned<T>(T choice, String explanation) {}

    /** Content of the artefact {@code actionability_judgment}. */
    public ObjectNode actionabilityArtefact() {
        return Json.mapper()
                .createObjectNode()
                .put("explanation", actionability.explanation())
                .put("actionability", actionability.choice().text())
                .put("already_addressed", alreadyAddressed);
    }

    /** Content of the artefact {@code priority_judgment}, if there is one to append. */
    public Optional<ObjectNode> priorityArtefact() {
        return priority.map(reasoned -> Json.mapper()
                .createObjectNode()
                .put("explanation", reasoned.explanation())
                .put("priority", reasoned.choice().name()));
    }
}
