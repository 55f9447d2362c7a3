package dev.sightline.observability.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.ApiException;
import dev.sightline.json.Coercions;
import dev.sightline.json.Wire;
import dev.sightline.observability.hog.HogEvaluation;
import dev.sightline.observability.hog.grammar.HogCompileException;
import java.nio.charset.StandardCharsets;

/**
 * Reads the configuration of an evaluation (spec/observability.md 3.2). Only members that are known are kept. What is
 * wrong with it is a 400 on {@code config}, a source that does not compile one on {@code evaluation_config}.
 */
record CriteriaReader(EvaluationType type, JsonNode config, JsonNode output) {

    static final int MOST_BYTES = 64 << 10;

    Criteria read() {
        boolean allowsNa = allowsNa();
        return switch (type) {
            case LLM_JUDGE -> new Criteria.Judged(text("prompt").trim(), allowsNa);
            case HOG -> coded(text("source"), allowsNa);
        };
    }

    private boolean allowsNa() {
        JsonNode value = output.path("allows_na");
        if (value.isMissingNode()) {
            return false;
        }
        return Coercions.bool(value.asText()).orElseThrow(() -> unfit("allows_na must be a valid boolean"));
    }

    private String text(String member) {
        JsonNode value = config.path(member);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw unfit(member + " is required and must be a text that is not blank");
        }
        if (value.textValue().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw unfit(member + " may have at most " + MOST_BYTES + " bytes");
        }
        return value.textValue();
    }

    private ApiException unfit(String cause) {
        return ApiException.invalid(
                "config", "Configuration of %s with output boolean: %s.".formatted(Wire.name(type), cause));
    }

    private static Criteria coded(String source, boolean allowsNa) {
        try {
            return new Criteria.Coded(
                    source, HogEvaluation.compile(source, allowsNa).bytecode(), allowsNa);
        } catch (HogCompileException e) {
            throw ApiException.invalid("evaluation_config", "The Hog source does not compile: " + e.getMessage());
        }
    }
}
