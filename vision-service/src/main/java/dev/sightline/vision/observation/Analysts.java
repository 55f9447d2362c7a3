package dev.sightline.vision.observation;

import dev.sightline.json.Wire;
import dev.sightline.model.provider.Provider;
import dev.sightline.vision.analysis.AnalysisException;
import dev.sightline.vision.analysis.FailureKind;
import dev.sightline.vision.analysis.SessionAnalyst;
import dev.sightline.vision.analysis.conversation.ModelAnalysts;
import dev.sightline.vision.analysis.local.LocalAnalyst;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Who answers for a provider. */
@ApplicationScoped
class Analysts {

    private final LocalAnalyst local;
    private final ModelAnalysts models;

    Analysts(LocalAnalyst local, ModelAnalysts models) {
        this.local = local;
        this.models = models;
    }

    /** The analyst of a provider. One that is not set up refuses, and never falls back to another silently. */
    SessionAnalyst of(String provider) {
        return provider.equals("local")
                ? local
                : Wire.find(Provider.class, provider).map(models::of).orElse(unknown(provider));
    }

    private static SessionAnalyst unknown(String provider) {
        return request -> Uni.createFrom()
                .failure(new AnalysisException(
                        FailureKind.PROVIDER_REJECTED, "There is no provider " + provider + ".", null));
    }
}
