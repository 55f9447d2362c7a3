package dev.sightline.observability.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.json.Wire;
import dev.sightline.observability.evaluation.condition.ConditionSet;
import dev.sightline.observability.evaluation.key.JudgeProvider;
import dev.sightline.sql.Rows;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Optional;

/** Evaluations from their rows. */
final class EvaluationRows {

    /** With the name of the key beside them. */
    static final String SELECT = """
            select e.project_id, e.id, e.name, e.description, e.status, e.status_reason, e.status_detail,
                   e.evaluation_type, e.evaluation_config::text as evaluation_config, e.bytecode, e.allows_na,
                   e.conditions::text as conditions, e.model_provider, e.model_name, e.provider_key_id,
                   e.version, e.created_by, e.created_at, e.updated_at, e.deleted, k.name as key_name
            from evaluation e
            left join provider_key k on k.project_id = e.project_id and k.id = e.provider_key_id
            """;

    private EvaluationRows() {}

    static Evaluation read(Row row) {
        return new Evaluation(
                row.getInteger("project_id"),
                row.getUUID("id"),
                row.getString("name"),
                row.getString("description"),
                state(row),
                criteria(row),
                List.of(Json.read(row.getString("conditions"), ConditionSet[].class)),
                model(row),
                new Evaluation.Made(
                        row.getInteger("created_by"), Rows.instant(row, "created_at"), Rows.instant(row, "updated_at")),
                row.getInteger("version"));
    }

    private static Evaluation.State state(Row row) {
        Standing standing =
                Standings.read(row.getString("status"), row.getString("status_reason"), row.getString("status_detail"));
        return Evaluation.State.of(standing, row.getBoolean("deleted"));
    }

    private static Criteria criteria(Row row) {
        JsonNode config = Json.read(row.getString("evaluation_config"), JsonNode.class);
        boolean allowsNa = row.getBoolean("allows_na");
        return switch (Wire.find(EvaluationType.class, row.getString("evaluation_type"))
                .orElseThrow()) {
            case LLM_JUDGE -> new Criteria.Judged(config.path("prompt").textValue(), allowsNa);
            case HOG -> new Criteria.Coded(config.path("source").textValue(), row.getString("bytecode"), allowsNa);
        };
    }

    private static Optional<ModelChoice> model(Row row) {
        return Optional.ofNullable(row.getString("model_provider"))
                .map(provider -> new ModelChoice(
                        JudgeProvider.of(provider),
                        row.getString("model_name"),
                        row.getUUID("provider_key_id"),
                        row.getString("key_name")));
    }
}
