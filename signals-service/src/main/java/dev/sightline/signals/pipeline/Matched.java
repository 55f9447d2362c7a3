package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import dev.sightline.signals.pipeline.MatchDecision.Existing;
import dev.sightline.signals.pipeline.MatchDecision.Opening;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a signal goes and why: the decision, and the verdict on specificity if there was one. It speaks of the kept
 * match, or of the match it undid.
 */
public record Matched(MatchDecision decision, Optional<SpecificityVerdict> specificity) {

    /** A decision that no specificity check followed. */
    public static Matched unchecked(MatchDecision decision) {
        return new Matched(decision, Optional.empty());
    }

    static Matched checked(Signal signal, Existing match, String groupTitle, SpecificityVerdict verdict) {
        if (verdict.specificEnough()) {
            return new Matched(match, Optional.of(verdict));
        }
        String summary = "Split from \"" + groupTitle + "\": " + verdict.reason();
        List<UUID> rejected = List.of(match.parentSignalId());
        return new Matched(new Opening(Titles.of(signal), summary, rejected, match.reason()), Optional.of(verdict));
    }

    /** The title the joined report takes, null to keep its own. */
    String newTitle() {
        return decision instanceof Existing
                ? specificity.map(SpecificityVerdict::prTitle).orElse(null)
                : null;
    }

    /** The title that the report has from now on, null if it keeps its own. */
    String title() {
        return decision instanceof Opening opening ? opening.title() : newTitle();
    }

    /** The {@code match_metadata} of the stored signal (spec/signals.md 1.2). */
    public ObjectNode metadata() {
        ObjectNode metadata = Json.mapper().createObjectNode();
        if (decision instanceof Existing existing) {
            metadata.put("parent_signal_id", existing.parentSignalId().toString());
            metadata.put("match_query", existing.matchQuery());
            metadata.put("reason", existing.reason());
            metadata.set("specificity", verdict());
        } else if (decision instanceof Opening opening) {
            metadata.put("reason", opening.reason());
            opening.rejectedSignalIds()
                    .forEach(id -> metadata.withArray("rejected_signal_ids").add(id.toString()));
            metadata.withArray("rejected_signal_ids");
            metadata.set("specificity_rejection", verdict());
        }
        return metadata;
    }

    private JsonNode verdict() {
        return Json.tree(specificity.orElse(null));
    }
}
