package dev.sightline.observability.run.judge;

import dev.sightline.model.provider.LanguageModels;
import dev.sightline.model.provider.ProviderAccess;
import dev.sightline.observability.evaluation.Evaluation;
import dev.sightline.observability.evaluation.ModelChoice;
import dev.sightline.observability.evaluation.StatusReason;
import dev.sightline.observability.evaluation.key.KeyRing;
import dev.sightline.observability.evaluation.key.KeyVault;
import dev.sightline.observability.evaluation.key.ProviderKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Finds the key and the model an evaluation is judged with (spec/observability.md 3.4, 4.4.3; there is no trial). */
@ApplicationScoped
public class Judges {

    private final KeyRing ring;
    private final KeyVault vault;
    private final LanguageModels models;

    Judges(KeyRing ring, KeyVault vault, LanguageModels models) {
        this.ring = ring;
        this.vault = vault;
        this.models = models;
    }

    /** Fails with a {@link JudgeFailure} if there is no key, a broken one, or no model. */
    public Uni<JudgeAccess> of(Evaluation evaluation) {
        Optional<ModelChoice> choice = evaluation.model();
        UUID pinned = choice.map(ModelChoice::keyId).orElse(null);
        return ring.choose(
                        evaluation.projectId(),
                        pinned,
                        choice.map(ModelChoice::provider).orElse(null))
                .map(key -> usable(key, pinned))
                .chain(key -> open(key, model(choice, key)));
    }

    private static ProviderKey usable(Optional<ProviderKey> found, UUID pinned) {
        ProviderKey key = found.orElseThrow(() -> missing(pinned));
        if (!key.isUsable()) {
            throw new JudgeFailure(
                    ErrorType.KEY_INVALID,
                    "The provider key \"" + key.name() + "\" does not work.",
                    StatusReason.PROVIDER_KEY_INVALID);
        }
        return key;
    }

    private static JudgeFailure missing(UUID pinned) {
        return pinned == null
                ? new JudgeFailure(
                        ErrorType.PROVIDER_KEY_REQUIRED,
                        "The project has no provider key this evaluation could use.",
                        StatusReason.PROVIDER_KEY_REQUIRED)
                : new JudgeFailure(
                        ErrorType.KEY_NOT_FOUND,
                        "The provider key of this evaluation was deleted.",
                        StatusReason.PROVIDER_KEY_DELETED);
    }

    private static String model(Optional<ModelChoice> choice, ProviderKey key) {
        return choice.map(ModelChoice::model)
                .or(() -> key.provider().defaultModel())
                .orElseThrow(() -> new JudgeFailure(
                        ErrorType.NO_DEFAULT_MODEL,
                        "There is no default model for " + key.provider().wire() + ": choose one.",
                        StatusReason.NO_DEFAULT_MODEL));
    }

    private Uni<JudgeAccess> open(ProviderKey key, String model) {
        return vault.open(key).map(access -> access(key, model, access));
    }

    /** @param access null if the key was deleted just now */
    private JudgeAccess access(ProviderKey key, String model, ProviderAccess access) {
        if (access == null) {
            throw missing(key.id());
        }
        return new JudgeAccess(key, model, models.open(access));
    }
}
