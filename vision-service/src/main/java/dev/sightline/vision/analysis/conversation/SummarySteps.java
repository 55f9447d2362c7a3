package dev.sightline.vision.analysis.conversation;

import dev.sightline.vision.analysis.Citations;
import dev.sightline.vision.analysis.Facets;
import dev.sightline.vision.analysis.Judgement;
import dev.sightline.vision.analysis.OutputRules;
import dev.sightline.vision.analysis.ScannerConfig;

/** The two steps of summarizers: the summary, which must come, and its facets, which may. */
final class SummarySteps {

    private static final int MAX_TITLE = 120;
    private static final int MAX_POINTS = 20;

    private final long durationMs;

    SummarySteps(long durationMs) {
        this.durationMs = durationMs;
    }

    record Summary(String title, Judgement body) {}

    Step<Summary> summary(ScannerConfig.Summarizer config) {
        String instruction = "Summarize the visit with this in mind:\n\n" + config.prompt()
                + "\n\nThe title says in at most " + MAX_TITLE + " characters what matters most. The summary is "
                + length(config.length()) + ".";
        Schema schema = new Schema()
                .with("title", Schema.text(MAX_TITLE))
                .with("summary", Schema.text())
                .with("confidence", Schema.number(0, 1));
        return new Step<>("summary", instruction, schema.build(), this::read);
    }

    private static String length(ScannerConfig.Length length) {
        return switch (length) {
            case SHORT -> "one or two sentences";
            case MEDIUM -> "one paragraph";
            case LONG -> "three to five paragraphs";
        };
    }

    /** Checked as if it stood alone, so that its own faults are mended in its own step. */
    private Summary read(AnswerObject answer) {
        Judgement body = new Judgement(Citations.read(answer.text("summary"), durationMs), answer.number("confidence"));
        String title = Citations.strip(answer.text("title")).strip();
        OutputRules.summarizer(title, body, Facets.NONE);
        return new Summary(title, body);
    }

    Step<Facets> facets() {
        String instruction =
                "Now name the parts of it, without citing moments: the visitor's intent in one sentence, the"
                        + " outcome in one sentence, the friction the visitor could see (none if there was none), and 5 to 15"
                        + " keywords.";
        Schema schema = new Schema()
                .with("intent", Schema.text())
                .with("outcome", Schema.text())
                .with("friction_points", Schema.list(Schema.text(), 0, MAX_POINTS))
                .with("keywords", Schema.list(Schema.text(), 5, 15));
        return new Step<>("facets", instruction, schema.build(), SummarySteps::facets);
    }

    private static Facets facets(AnswerObject answer) {
        return new Facets(
                answer.text("intent"),
                answer.text("outcome"),
                answer.texts("friction_points"),
                answer.texts("keywords"));
    }
}
