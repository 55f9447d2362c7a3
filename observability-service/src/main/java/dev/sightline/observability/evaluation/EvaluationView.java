package dev.sightline.observability.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.auth.UserView;
import dev.sightline.observability.evaluation.condition.ConditionSet;
import dev.sightline.observability.evaluation.key.JudgeProvider;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An evaluation as the API answers it. */
record EvaluationView(
        UUID id,
        String name,
        String description,
        boolean enabled,
        Status status,
        StatusReason statusReason,
        EvaluationType evaluationType,
        ObjectNode evaluationConfig,
        OutputType outputType,
        Output outputConfig,
        List<ConditionSet> conditions,
        Model modelConfiguration,
        Instant createdAt,
        Instant updatedAt,
        UserView createdBy,
        boolean deleted) {

    record Output(boolean allowsNa) {}

    record Model(JudgeProvider provider, String model, UUID providerKeyId, String providerKeyName) {

        static Model of(ModelChoice choice) {
            return new Model(choice.provider(), choice.model(), choice.keyId(), choice.keyName());
        }
    }

    static EvaluationView of(Evaluation row, UserView author) {
        return new EvaluationView(
                row.id(),
                row.name(),
                row.description(),
                row.state().status() == Status.ACTIVE,
                row.state().status(),
                row.state().reason(),
                row.criteria().type(),
                row.criteria().config(),
                OutputType.BOOLEAN,
                new Output(row.criteria().allowsNa()),
                row.conditions(),
                row.model().map(Model::of).orElse(null),
                row.made().at(),
                row.made().savedAt(),
                author,
                row.state().deleted());
    }
}
