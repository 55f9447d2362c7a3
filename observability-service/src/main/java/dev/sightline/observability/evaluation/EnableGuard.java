package dev.sightline.observability.evaluation;

import dev.sightline.api.ApiException;
import dev.sightline.json.Wire;
import dev.sightline.observability.evaluation.key.JudgeProvider;
import dev.sightline.observability.evaluation.key.KeyState;
import dev.sightline.observability.evaluation.key.KeyStates;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Switches evaluations on and off as people ask. A judge that could not work is refused to be switched on again
 * (spec/observability.md 3.5); programs always may.
 */
@ApplicationScoped
class EnableGuard {

    private final KeyStates keys;

    EnableGuard(KeyStates keys) {
        this.keys = keys;
    }

    /** @param row as it is after the rest of the change */
    Uni<Void> enable(EvaluationEntity row, boolean wanted) {
        Standing before = row.standing();
        boolean guarded =
                wanted && !before.isEnabled() && row.evaluationType.equals(Wire.name(EvaluationType.LLM_JUDGE));
        Uni<Void> check = guarded ? check(row, before) : Uni.createFrom().voidItem();
        return check.invoke(() -> row.stand(before.enabled(wanted)));
    }

    private Uni<Void> check(EvaluationEntity row, Standing before) {
        JudgeProvider provider =
                Optional.ofNullable(row.modelProvider).map(JudgeProvider::of).orElse(null);
        return keys.choose(row.projectId, row.providerKeyId, provider)
                .invoke(state -> check(state, before.reason(), row.modelName != null))
                .replaceWithVoid();
    }

    /** @param reason why the system had switched it off, null if it had not */
    static void check(Optional<KeyState> key, StatusReason reason, boolean hasModel) {
        if (key.filter(state -> state != KeyState.OK).isPresent()) {
            throw refused("Attach a provider key that works first: this one is " + Wire.name(key.get()) + ".");
        }
        if (reason != null && reason.wantsKey() && key.isEmpty()) {
            throw refused("Attach a provider key that works first.");
        }
        if (reason != null && reason.wantsModel() && !hasModel) {
            throw refused("Choose a model first.");
        }
    }

    private static ApiException refused(String detail) {
        return ApiException.invalid("enabled", detail);
    }
}
