package dev.sightline.observability.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.body.AllowBlank;
import dev.sightline.api.body.DefaultTo;
import dev.sightline.api.body.Nullable;
import dev.sightline.api.body.Required;
import dev.sightline.observability.evaluation.condition.ConditionSet;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The body that makes an evaluation. */
record CreateEvaluation(
        @Required @Size(max = 400) String name,
        @AllowBlank @DefaultTo("") String description,
        @DefaultTo("false") boolean enabled,
        @Required EvaluationType evaluationType,
        @DefaultTo("{}") ObjectNode evaluationConfig,
        @Required OutputType outputType,
        @DefaultTo("{}") ObjectNode outputConfig,

        @Nullable @DefaultTo("[]") @Size(max = CreateEvaluation.MOST_SETS)
        List<ConditionSet> conditions,

        @Nullable ModelBody modelConfiguration,
        @DefaultTo("false") boolean deleted) {

    static final int MOST_SETS = 50;

    CreateEvaluation {
        conditions = conditions == null ? List.of() : conditions;
    }

    Criteria criteria() {
        return new CriteriaReader(evaluationType, evaluationConfig, outputConfig).read();
    }
}
