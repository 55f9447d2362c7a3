package dev.sightline.vision.analysis.local;

import dev.sightline.json.Json;
import dev.sightline.vision.analysis.Analysis;
import dev.sightline.vision.analysis.AnalysisRequest;
import dev.sightline.vision.analysis.DemoSession;
import dev.sightline.vision.analysis.ModelOutput;
import dev.sightline.vision.analysis.ObservedSession;
import dev.sightline.vision.analysis.ScannerConfig;
import dev.sightline.vision.analysis.ScannerType;
import java.util.List;

/** Asks the local analyst. */
final class Asked {

    private static final LocalAnalyst ANALYST = new LocalAnalyst();

    private Asked() {}

    static Analysis of(ScannerConfig config, ObservedSession session) {
        return ANALYST.analyse(new AnalysisRequest(config, "local", true, session))
                .await()
                .indefinitely();
    }

    static ScannerType type(ModelOutput output) {
        return ScannerType.of(Json.tree(output).path("scanner_type").asText()).orElseThrow();
    }

    static ModelOutput.Monitor monitor(DemoSession session, String prompt) {
        return (ModelOutput.Monitor)
                of(new ScannerConfig.Monitor(prompt, false), session.observed()).output();
    }

    static ModelOutput.Monitor inconclusiveMonitor(DemoSession session, String prompt) {
        return (ModelOutput.Monitor)
                of(new ScannerConfig.Monitor(prompt, true), session.observed()).output();
    }

    static ModelOutput.Classifier classifier(DemoSession session, boolean multi, boolean freeform, String... tags) {
        ScannerConfig config = new ScannerConfig.Classifier("What is it about?", List.of(tags), multi, freeform);
        return (ModelOutput.Classifier) of(config, session.observed()).output();
    }

    static ModelOutput.Scorer scorer(DemoSession session, String prompt, ScannerConfig.Scale scale) {
        return (ModelOutput.Scorer)
                of(new ScannerConfig.Scorer(prompt, scale), session.observed()).output();
    }

    static ModelOutput.Summarizer summarizer(DemoSession session, ScannerConfig.Length length) {
        return (ModelOutput.Summarizer) of(new ScannerConfig.Summarizer("Tell it.", length), session.observed())
                .output();
    }
}
