package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * What a run has to judge by.
 *
 * @param title the report's title so far
 * @param signals its live signals, oldest first, at least one
 * @param repository the one the report belongs to
 * @param findings what was found out about its signals, as artefacts of type {@code signal_finding} say
 */
public record Evidence(String title, List<Signal> signals, Optional<String> repository, List<JsonNode> findings) {

    private static final int SHOWN = 50;
    private static final int MAX_TEXT = 1_500;
    private static final int MAX_VALUE = 256;

    public Evidence {
        if (signals.isEmpty()) {
            throw new IllegalArgumentException("A report without live signals cannot be judged");
        }
    }

    /** What a run knows when it begins. */
    public static Evidence of(String title, List<Signal> signals) {
        return new Evidence(title, signals, Optional.empty(), List.of());
    }

    /** The same after a repository was chosen. */
    public Evidence in(Optional<String> chosen, List<JsonNode> known) {
        return new Evidence(title, signals, chosen, known);
    }

    /** The newest signals and what is known of them, as a model is shown it. */
    ObjectNode material() {
        ObjectNode material = Json.mapper()
                .createObjectNode()
                .put("report_title", title)
                .put("repository", repository.orElse(null))
                .put("signal_count", signals.size());
        ArrayNode shown = material.putArray("newest_signals");
        signals.subList(Math.max(0, signals.size() - SHOWN), signals.size())
                .forEach(signal -> shown.add(shown(signal)));
        material.putArray("findings").addAll(findings.subList(0, Math.min(SHOWN, findings.size())));
        return material;
    }

    private static ObjectNode shown(Signal signal) {
        ObjectNode shown = Json.mapper()
                .createObjectNode()
                .put("at", signal.at().toString())
                .put("source", signal.source().toString())
                .put("weight", signal.weight())
                .put("text", Titles.cut(signal.description(), MAX_TEXT));
        ObjectNode evidence = shown.putObject("evidence");
        signal.extra().properties().stream()
                .filter(member ->
                        member.getValue().isValueNode() && !member.getValue().isNull())
                .forEach(member -> evidence.put(
                        member.getKey(), Titles.cut(member.getValue().asText(), MAX_VALUE)));
        return shown;
    }
}
