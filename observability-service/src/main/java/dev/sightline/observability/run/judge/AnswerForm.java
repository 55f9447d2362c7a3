package dev.sightline.observability.run.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import dev.sightline.model.ModelAnswer;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** The form of a judge's answer and how one is read (spec/observability.md 4.4.2). */
enum AnswerForm {
    VERDICT("verdict", """
            {"type": "object", "additionalProperties": false, "required": ["reasoning", "verdict"],
             "properties": {"reasoning": {"type": "string"}, "verdict": {"type": "boolean"}}}
            """) {
        @Override
        Finding read(JsonNode answer) {
            JsonNode verdict = answer.path("verdict");
            if (!verdict.isBoolean()) {
                throw unreadable();
            }
            return Finding.of(verdict.booleanValue(), reasoning(answer));
        }
    },
    OUTCOME("outcome", """
            {"type": "object", "additionalProperties": false, "required": ["reasoning", "outcome"],
             "properties": {"reasoning": {"type": "string"},
                            "outcome": {"type": "string", "enum": ["pass", "fail", "not_applicable"]}}}
            """) {
        @Override
        Finding read(JsonNode answer) {
            return switch (outcome(answer.path("outcome").asText())) {
                case "pass" -> Finding.of(true, reasoning(answer));
                case "fail" -> Finding.of(false, reasoning(answer));
                case "not_applicable" -> Finding.notApplicable(reasoning(answer));
                default -> throw unreadable();
            };
        }
    };

    private static final Map<String, String> ALIASES =
            Map.of("n/a", "not_applicable", "na", "not_applicable", "notapplicable", "not_applicable");

    private final String schemaName;
    private final String schema;

    AnswerForm(String schemaName, String schema) {
        this.schemaName = schemaName;
        this.schema = schema;
    }

    static AnswerForm of(boolean allowsNa) {
        return allowsNa ? OUTCOME : VERDICT;
    }

    String schemaName() {
        return schemaName;
    }

    ObjectNode schema() {
        return Json.read(schema, ObjectNode.class);
    }

    abstract Finding read(JsonNode answer);

    /**
     * What a judge said.
     *
     * @throws JudgeFailure of type {@code parse_error} if it is not an answer of this form
     */
    Finding read(String text) {
        try {
            JsonNode answer = Json.read(ModelAnswer.unfenced(text), JsonNode.class);
            if (answer instanceof ObjectNode) {
                return read(answer);
            }
        } catch (UncheckedIOException notJson) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static String reasoning(JsonNode answer) {
        if (!answer.path("reasoning").isTextual()) {
            throw unreadable();
        }
        return answer.path("reasoning").textValue().trim();
    }

    private static String outcome(String text) {
        String plain = text.trim()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("\\.+$", "")
                .replace('-', '_')
                .replace(' ', '_');
        return ALIASES.getOrDefault(plain, plain);
    }

    private static JudgeFailure unreadable() {
        return new JudgeFailure(ErrorType.PARSE_ERROR, "The judge's answer is not of the form it was asked for.");
    }
}
