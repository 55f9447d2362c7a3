package dev.sightline.vision.observation;

import dev.sightline.vision.analysis.AnalysisException;
import dev.sightline.vision.analysis.FailureKind;
import dev.sightline.vision.analysis.SessionAnalyst;
import dev.sightline.vision.analysis.local.LocalAnalyst;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Who answers for a provider. */
@ApplicationScoped
class Analysts {

    private final Map<String, SessionAnalyst> analysts;

    Analysts(LocalAnalyst local) {
        this.analysts = Map.of("local", local);
    }

    /** The analyst of a provider. One without an adapter refuses, and never falls back to another silently. */
    SessionAnalyst of(String provider) {
        return analysts.getOrDefault(provider, request -> Uni.createFrom().failure(missing(provider)));
    }

    private static AnalysisException missing(String provider) {
        return new AnalysisException(
                FailureKind.PROVIDER_REJECTED,
                "The provider " + provider + " is not set up in this installation; the provider local needs no key.",
                null);
    }
}
