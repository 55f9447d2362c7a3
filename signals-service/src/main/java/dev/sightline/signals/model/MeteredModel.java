package dev.sightline.signals.model;

import dev.sightline.model.LanguageModel;
import dev.sightline.model.ModelAnswer;
import dev.sightline.model.ModelException;
import dev.sightline.model.ModelRequest;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.Locale;

/** Counts what a model is asked, what it answers and what that costs. Answers come on a worker thread. */
record MeteredModel(LanguageModel model, MeterRegistry metrics) implements LanguageModel {

    @Override
    public Uni<ModelAnswer> answer(ModelRequest request) {
        return model.answer(request)
                .invoke(answer -> count(request, answer))
                .onFailure()
                .invoke(failure -> calls(request, outcome(failure)))
                .emitOn(Infrastructure.getDefaultWorkerPool());
    }

    private void count(ModelRequest request, ModelAnswer answer) {
        calls(request, "answered");
        tokens(request, "input", answer.usage().inputTokens());
        tokens(request, "output", answer.usage().outputTokens());
    }

    private void calls(ModelRequest request, String outcome) {
        metrics.counter("sightline.signals.model.calls", "question", request.schemaName(), "outcome", outcome)
                .increment();
    }

    private void tokens(ModelRequest request, String direction, long tokens) {
        metrics.counter("sightline.signals.model.tokens", "question", request.schemaName(), "direction", direction)
                .increment(tokens);
    }

    private static String outcome(Throwable failure) {
        return failure instanceof ModelException model ? model.kind().name().toLowerCase(Locale.ROOT) : "internal";
    }
}
