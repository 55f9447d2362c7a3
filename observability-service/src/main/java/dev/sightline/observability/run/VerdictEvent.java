package dev.sightline.observability.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.EventCaptured;
import dev.sightline.json.Wire;
import dev.sightline.observability.event.StoredEvent;
import dev.sightline.observability.run.judge.Finding;
import dev.sightline.observability.run.judge.Judgement;
import dev.sightline.time.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A verdict as the event {@code $ai_evaluation} (spec/observability.md 4.5). */
record VerdictEvent(Run run, Outcome.Judged outcome) {

    private static final List<String> COPIED = List.of("$session_id", "$ai_prompt_name", "$ai_prompt_version");

    /** The same run always gives the same event. */
    EventCaptured captured(Instant now) {
        UUID id = UUID.nameUUIDFromBytes(run.workflowId().getBytes(StandardCharsets.UTF_8));
        StoredEvent source = outcome.generation().event();
        return new EventCaptured(
                run.projectId(), id, "$ai_evaluation", source.distinctId(), run.startedAt(), now, properties(source));
    }

    private ObjectNode properties(StoredEvent source) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        evaluation(properties);
        finding(properties, outcome.finding());
        outcome.judgement().ifPresent(judgement -> judge(properties, judgement));
        target(properties, source);
        return properties;
    }

    private void evaluation(ObjectNode properties) {
        properties
                .put("$ai_evaluation_id", outcome.evaluation().id().toString())
                .put("$ai_evaluation_name", outcome.evaluation().name())
                .put("$ai_evaluation_type", "online")
                .put(
                        "$ai_evaluation_runtime",
                        Wire.name(outcome.evaluation().criteria().type()))
                .put("$ai_evaluation_start_time", Timestamps.print(run.startedAt()))
                .put("$ai_evaluation_result_type", "boolean");
    }

    private void finding(ObjectNode properties, Finding finding) {
        boolean allowsNa = outcome.evaluation().criteria().allowsNa();
        properties.put("$ai_evaluation_allows_na", allowsNa).put("$ai_evaluation_reasoning", finding.reasoning());
        if (allowsNa) {
            properties.put("$ai_evaluation_applicable", finding.applicable());
        }
        if (finding.verdict() != null) {
            properties.put("$ai_evaluation_result", finding.verdict());
        }
    }

    private static void judge(ObjectNode properties, Judgement judgement) {
        String provider = judgement.judge().key().provider().wire();
        properties
                .put("$ai_model", judgement.judge().model())
                .put("$ai_provider", provider)
                .put("$ai_input_tokens", judgement.usage().inputTokens())
                .put("$ai_output_tokens", judgement.usage().outputTokens())
                .put("$ai_evaluation_model", judgement.judge().model())
                .put("$ai_evaluation_provider", provider)
                .put("$ai_evaluation_key_type", "byok")
                .put("$ai_evaluation_key_id", judgement.judge().key().id().toString());
    }

    private void target(ObjectNode properties, StoredEvent source) {
        properties
                .put("$ai_target_event_id", source.uuid().toString())
                .put("$ai_target_event_type", source.event())
                .put("$ai_target_id", source.uuid().toString())
                .put("$ai_target_type", "generation_uuid")
                .put("$ai_trace_id", outcome.generation().traceId());
        for (String name : COPIED) {
            JsonNode value = source.properties().path(name);
            if (!value.isMissingNode()) {
                properties.set(name, value);
            }
        }
    }
}
