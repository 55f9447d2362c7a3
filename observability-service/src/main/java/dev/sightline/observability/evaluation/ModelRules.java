package dev.sightline.observability.evaluation;

import dev.sightline.api.ApiException;
import dev.sightline.observability.evaluation.key.KeyRing;
import dev.sightline.observability.evaluation.key.ProviderKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Which model configurations are accepted (spec/observability.md 3.4). */
@ApplicationScoped
class ModelRules {

    private static final String FIELD = "model_configuration";

    private final KeyRing keys;

    ModelRules(KeyRing keys) {
        this.keys = keys;
    }

    /** @param model null for none */
    static void check(EvaluationType type, ModelBody model) {
        if (model != null && type != EvaluationType.LLM_JUDGE) {
            throw ApiException.invalid(FIELD, "Only evaluations of type llm_judge have a model.");
        }
    }

    /** Fails unless the key, if one is named, is the project's and of the provider. */
    Uni<Void> checkKey(int projectId, ModelBody model) {
        if (model == null || model.providerKeyId() == null) {
            return Uni.createFrom().voidItem();
        }
        return keys.find(projectId, model.providerKeyId())
                .map(key -> key.orElseThrow(ModelRules::unknownKey))
                .invoke(key -> checkProvider(key, model))
                .replaceWithVoid();
    }

    private static ApiException unknownKey() {
        return ApiException.invalid(
                FIELD + "__provider_key_id", "does_not_exist", "The project has no such provider key.");
    }

    private static void checkProvider(ProviderKey key, ModelBody model) {
        if (key.provider() != model.judge()) {
            throw ApiException.invalid(
                    FIELD,
                    "The key belongs to %s, the model to %s."
                            .formatted(key.provider().wire(), model.judge().wire()));
        }
    }
}
