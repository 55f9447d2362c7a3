package dev.sightline.vision.analysis.local;

import dev.sightline.model.ModelAnswer.Usage;
import dev.sightline.vision.analysis.Analysis;
import dev.sightline.vision.analysis.AnalysisException;
import dev.sightline.vision.analysis.AnalysisRequest;
import dev.sightline.vision.analysis.FailureKind;
import dev.sightline.vision.analysis.Finding;
import dev.sightline.vision.analysis.ModelOutput;
import dev.sightline.vision.analysis.ScannerConfig;
import dev.sightline.vision.analysis.SessionAnalyst;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The analyst of the provider {@code local}: deterministic, without a key, a network or usage. */
@ApplicationScoped
public class LocalAnalyst implements SessionAnalyst {

    private final Vocabulary vocabulary = Vocabulary.load();

    @Override
    public Uni<Analysis> analyse(AnalysisRequest request) {
        return Uni.createFrom()
                .item(() -> answer(request))
                .onFailure(e -> !(e instanceof AnalysisException))
                .transform(e -> new AnalysisException(FailureKind.INTERNAL_ERROR, "The local analysis broke.", e));
    }

    private Analysis answer(AnalysisRequest request) {
        SessionFacts facts = new SessionFacts(request.session(), vocabulary);
        List<Finding> findings = request.findDefects() ? new Defects(facts).findings() : List.of();
        return new Analysis(output(request.config(), facts), findings, Usage.NONE);
    }

    private ModelOutput output(ScannerConfig config, SessionFacts facts) {
        if (config instanceof ScannerConfig.Monitor monitor) {
            return new LocalMonitor(monitor, facts, vocabulary.meaningOf(monitor.prompt())).output();
        }
        if (config instanceof ScannerConfig.Classifier classifier) {
            return new LocalClassifier(classifier, facts, vocabulary).output();
        }
        if (config instanceof ScannerConfig.Scorer scorer) {
            return new LocalScorer(scorer, facts, vocabulary).output();
        }
        return new LocalSummarizer((ScannerConfig.Summarizer) config, facts, vocabulary).output();
    }
}
