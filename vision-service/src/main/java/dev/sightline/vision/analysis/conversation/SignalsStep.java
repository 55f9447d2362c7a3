package dev.sightline.vision.analysis.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.vision.analysis.Citations;
import dev.sightline.vision.analysis.Finding;
import dev.sightline.vision.analysis.InvalidOutput;
import dev.sightline.vision.analysis.ProblemType;
import java.util.Arrays;
import java.util.List;

/** The side question for defects (spec/vision.md 17). */
final class SignalsStep {

    private static final int MAX_FINDINGS = 20;
    private static final String INSTRUCTION = """
            Apart from the question above: did the visit show defects of the product itself? List only what is plain in \
            the timeline, materially hurt the visitor and would be called a defect by an engineer. Most visits show \
            none: then answer with an empty list. Begin each description with one line that could be its title, naming \
            the page, the element and the error or request, and leave out who the visitor was and when it happened, so \
            that the same defect seen in another visit would read the same.""";

    private final long durationMs;

    SignalsStep(long durationMs) {
        this.durationMs = durationMs;
    }

    Step<List<Finding>> step() {
        ObjectNode schema = new Schema()
                .with("findings", Schema.list(finding(), 0, MAX_FINDINGS))
                .build();
        return new Step<>("signals", INSTRUCTION, schema, this::read);
    }

    private static ObjectNode finding() {
        return new Schema()
                .with(
                        "problem_type",
                        Schema.oneOf(Arrays.stream(ProblemType.values())
                                .map(ProblemType::label)
                                .toList()))
                .with("start_time", Schema.wholeNumber())
                .with("end_time", Schema.wholeNumber())
                .with("url", Schema.text())
                .with("description", Schema.text())
                .with("confidence", Schema.number(0, 1))
                .build();
    }

    /** One that breaks its rules does not take the others with it; if all do, the model may try again. */
    private List<Finding> read(AnswerObject answer) {
        List<JsonNode> sent = answer.elements("findings");
        List<Finding> findings = sent.stream().map(this::findingOrNone).toList();
        if (!findings.isEmpty() && findings.stream().allMatch(Finding.NONE::equals)) {
            finding(sent.get(0));
        }
        return findings;
    }

    private Finding findingOrNone(JsonNode node) {
        try {
            return finding(node);
        } catch (InvalidOutput e) {
            return Finding.NONE;
        }
    }

    private Finding finding(JsonNode node) {
        AnswerObject answer = AnswerObject.of(node);
        Finding finding = new Finding(
                problemType(answer.text("problem_type")),
                answer.wholeNumber("start_time"),
                answer.wholeNumber("end_time"),
                answer.text("url"),
                Citations.strip(answer.text("description")).strip(),
                answer.number("confidence"));
        require(
                finding.startTime() >= 0 && finding.startTime() * 1000 <= durationMs + 1_000,
                "start_time must lie in the visit");
        require(finding.endTime() >= finding.startTime(), "end_time must not lie before start_time");
        require(!finding.description().isEmpty(), "description must not be empty");
        require(finding.confidence() >= 0 && finding.confidence() <= 1, "confidence must lie between 0 and 1");
        return finding;
    }

    private static ProblemType problemType(String label) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidOutput("problem_type must be one of those the schema names"));
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new InvalidOutput(rule);
        }
    }
}
