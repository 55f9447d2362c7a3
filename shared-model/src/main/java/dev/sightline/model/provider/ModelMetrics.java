package dev.sightline.model.provider;

import dev.sightline.json.Wire;
import dev.sightline.model.ModelAnswer;
import dev.sightline.model.ModelException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts calls, their time and the tokens they cost, by provider. */
@ApplicationScoped
class ModelMetrics {

    private static final String CALLS = "sightline.model.calls";
    private static final String TOKENS = "sightline.model.tokens";

    private final MeterRegistry registry;

    ModelMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    Uni<ModelAnswer> watch(Provider provider, Uni<ModelAnswer> call) {
        return Uni.createFrom().deferred(() -> {
            Watch watch = new Watch(Wire.name(provider), Timer.start(registry));
            return call.invoke(watch::answered).onFailure().invoke(watch::failed);
        });
    }

    private final class Watch {

        private final String provider;
        private final Timer.Sample sample;

        Watch(String provider, Timer.Sample sample) {
            this.provider = provider;
            this.sample = sample;
        }

        void answered(ModelAnswer answer) {
            stop("answered");
            count("input", answer.usage().inputTokens());
            count("output", answer.usage().outputTokens());
        }

        void failed(Throwable failure) {
            stop(failure instanceof ModelException e ? Wire.name(e.kind()) : "internal");
        }

        private void stop(String outcome) {
            sample.stop(registry.timer(CALLS, "provider", provider, "outcome", outcome));
        }

        private void count(String direction, long tokens) {
            registry.counter(TOKENS, "provider", provider, "direction", direction)
                    .increment(tokens);
        }
    }
}
