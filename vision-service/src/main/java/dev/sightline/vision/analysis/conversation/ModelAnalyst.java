package dev.sightline.vision.analysis.conversation;

import dev.sightline.model.LanguageModel;
import dev.sightline.model.ModelException;
import dev.sightline.vision.analysis.Analysis;
import dev.sightline.vision.analysis.AnalysisException;
import dev.sightline.vision.analysis.AnalysisRequest;
import dev.sightline.vision.analysis.Facets;
import dev.sightline.vision.analysis.FailureKind;
import dev.sightline.vision.analysis.ModelOutput;
import dev.sightline.vision.analysis.OutputRules;
import dev.sightline.vision.analysis.ScannerConfig;
import dev.sightline.vision.analysis.SessionAnalyst;
import dev.sightline.vision.analysis.conversation.SummarySteps.Summary;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * Asks a language model (spec/vision.md 16): an opening with the whole timeline, then the steps of the scanner's type,
 * each with at most two attempts. The look-up tool of that section is left out: the port to models has no tools, and the
 * timeline is in the opening already.
 */
public final class ModelAnalyst implements SessionAnalyst {

    private final LanguageModel model;
    private final ConversationLimits limits;

    public ModelAnalyst(LanguageModel model, ConversationLimits limits) {
        this.model = model;
        this.limits = limits;
    }

    @Override
    public Uni<Analysis> analyse(AnalysisRequest request) {
        StepRunner runner = new StepRunner(model, request.model(), limits);
        return Uni.createFrom()
                .item(() -> Opening.of(request.session(), limits))
                .flatMap(talk -> output(runner, talk, request))
                .flatMap(said -> withFindings(runner, said, request))
                .onFailure(failure -> !(failure instanceof AnalysisException))
                .transform(ModelAnalyst::classified);
    }

    private static Uni<Said<ModelOutput>> output(StepRunner runner, Talk talk, AnalysisRequest request) {
        long duration = request.session().timeline().durationMs();
        return request.config() instanceof ScannerConfig.Summarizer config
                ? summary(runner, talk, new SummarySteps(duration), config)
                : runner.run(talk, core(new CoreSteps(duration), request.config()));
    }

    private static Step<ModelOutput> core(CoreSteps steps, ScannerConfig config) {
        if (config instanceof ScannerConfig.Monitor monitor) {
            return steps.monitor(monitor);
        }
        return config instanceof ScannerConfig.Classifier classifier
                ? steps.classifier(classifier)
                : steps.scorer((ScannerConfig.Scorer) config);
    }

    private static Uni<Said<ModelOutput>> summary(
            StepRunner runner, Talk talk, SummarySteps steps, ScannerConfig.Summarizer config) {
        return runner.run(talk, steps.summary(config)).flatMap(said -> withFacets(runner, said, steps));
    }

    private static Uni<Said<ModelOutput>> withFacets(StepRunner runner, Said<Summary> said, SummarySteps steps) {
        Summary summary = required(said);
        return runner.runBestEffort(said.talk(), steps.facets())
                .map(facets -> new Said<>(Optional.of(whole(summary, facets)), facets.talk()));
    }

    private static ModelOutput whole(Summary summary, Said<Facets> facets) {
        return OutputRules.summarizer(
                summary.title(), summary.body(), facets.value().orElse(Facets.NONE));
    }

    private static Uni<Analysis> withFindings(StepRunner runner, Said<ModelOutput> said, AnalysisRequest request) {
        ModelOutput output = required(said);
        if (!request.findDefects()) {
            return Uni.createFrom()
                    .item(new Analysis(output, List.of(), said.talk().usage()));
        }
        SignalsStep signals = new SignalsStep(request.session().timeline().durationMs());
        return runner.runBestEffort(said.talk(), signals.step())
                .map(found -> new Analysis(
                        output, found.value().orElse(List.of()), found.talk().usage()));
    }

    private static <T> T required(Said<T> said) {
        return said.value()
                .orElseThrow(() -> new AnalysisException(
                        FailureKind.VALIDATION_FAILED, "The model's answer broke its rules twice.", null));
    }

    private static AnalysisException classified(Throwable failure) {
        if (!(failure instanceof ModelException e)) {
            return new AnalysisException(FailureKind.INTERNAL_ERROR, "The analysis broke.", failure);
        }
        FailureKind kind =
                switch (e.kind()) {
                    case TRANSIENT -> FailureKind.PROVIDER_TRANSIENT;
                    case REJECTED -> FailureKind.PROVIDER_REJECTED;
                    case NO_ANSWER -> FailureKind.VALIDATION_FAILED;
                    case INTERNAL -> FailureKind.INTERNAL_ERROR;
                };
        return new AnalysisException(kind, e.getMessage(), e);
    }
}
