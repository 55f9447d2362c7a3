package dev.sightline.observability.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.Patch;
import dev.sightline.api.body.AllowBlank;
import dev.sightline.api.body.Nullable;
import dev.sightline.observability.evaluation.condition.ConditionSet;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The body that changes an evaluation; what is absent stays as it is. */
record PatchEvaluation(
        @Size(max = 400) Patch<String> name,
        @AllowBlank Patch<String> description,
        Patch<Boolean> enabled,
        Patch<EvaluationType> evaluationType,
        Patch<ObjectNode> evaluationConfig,
        Patch<OutputType> outputType,
        Patch<ObjectNode> outputConfig,
        @Nullable @Size(max = CreateEvaluation.MOST_SETS) Patch<List<ConditionSet>> conditions,
        @Nullable Patch<ModelBody> modelConfiguration,
        Patch<Boolean> deleted) {

    /** Whether what is judged is sent anew, wholly or in part. */
    boolean touchesCriteria() {
        return evaluationType.present() || evaluationConfig.present() || outputType.present() || outputConfig.present();
    }
}
