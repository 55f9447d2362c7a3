package dev.sightline.signals.scout.projection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.time.Timestamps;

/** What a finished run of an evaluation adds. */
final class EvaluationMeasures {

    /** The only type of the topic that says what came out. */
    static final String TYPE = "dev.sightline.evaluation.run.completed.v1";

    private EvaluationMeasures() {}

    static void add(Measures measures, JsonNode run) {
        String evaluation = run.path("evaluation_id").asText("");
        if (evaluation.isEmpty() || !run.path("project_id").isInt()) {
            return;
        }
        int projectId = run.path("project_id").intValue();
        Timestamps.parse(run.path("completed_at").asText("")).ifPresent(at -> {
            measures.name(projectId, evaluation, run.path("evaluation_name").asText(evaluation));
            measures.count(new Moment(projectId, at).cell(kind(run), evaluation), 1);
        });
    }

    private static String kind(JsonNode run) {
        if ("failed".equals(run.path("status").asText())) {
            return Kinds.RUN_FAILED;
        }
        JsonNode verdict = run.path("verdict");
        if (!verdict.isBoolean()) {
            return Kinds.NOT_APPLICABLE;
        }
        return verdict.booleanValue() ? Kinds.PASSED : Kinds.NOT_PASSED;
    }
}
