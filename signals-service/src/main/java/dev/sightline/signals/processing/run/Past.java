package dev.sightline.signals.processing.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.signals.artefact.ArtefactHistory.Entry;
import dev.sightline.signals.artefact.ArtefactType;
import dev.sightline.signals.artefact.Author;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What earlier runs, people and tasks wrote about a report.
 *
 * @param entries newest first
 */
record Past(List<Entry> entries) {

    static final Set<ArtefactType> TYPES =
            EnumSet.of(ArtefactType.REPO_SELECTION, ArtefactType.SIGNAL_FINDING, ArtefactType.SUGGESTED_REVIEWERS);

    /** The repository that was last named, by a run or by whoever corrected it. */
    Optional<String> repository() {
        return of(ArtefactType.REPO_SELECTION).stream()
                .map(entry -> entry.content().path("repository"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst();
    }

    /** The newest finding of each signal, in the order in which the signals were first looked into. */
    List<JsonNode> findings() {
        List<Entry> oldestFirst = new ArrayList<>(of(ArtefactType.SIGNAL_FINDING));
        Collections.reverse(oldestFirst);
        Map<String, JsonNode> bySignal = new LinkedHashMap<>();
        oldestFirst.forEach(
                entry -> bySignal.put(entry.content().path("signal_id").asText(), entry.content()));
        return List.copyOf(bySignal.values());
    }

    /** Whether a new content would say something that the current one does not. */
    boolean differs(ArtefactType type, JsonNode content) {
        return of(type).stream()
                .findFirst()
                .map(current -> !current.content().equals(content))
                .orElse(true);
    }

    /** Whether a person or a task, and not a run, decided who the reviewers are. */
    boolean reviewersAreChosen() {
        return of(ArtefactType.SUGGESTED_REVIEWERS).stream()
                .findFirst()
                .map(entry -> !entry.author().equals(Author.SYSTEM))
                .orElse(false);
    }

    private List<Entry> of(ArtefactType type) {
        return entries.stream().filter(entry -> entry.type() == type).toList();
    }
}
