package dev.sightline.observability.evaluation;

import dev.sightline.api.body.Nullable;
import dev.sightline.api.body.Required;
import dev.sightline.observability.evaluation.key.JudgeProvider;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** A model configuration as clients send it (spec/observability.md 3.4). */
record ModelBody(
        @Required String provider,
        @Required @Size(max = 100) String model,
        @Nullable UUID providerKeyId) {

    ModelBody {
        JudgeProvider.of(provider);
    }

    JudgeProvider judge() {
        return JudgeProvider.of(provider);
    }
}
