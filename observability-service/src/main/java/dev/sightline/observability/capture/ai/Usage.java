package dev.sightline.observability.capture.ai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;

/** The tokens of one call, and by which custom its provider counts them. */
record Usage(ObjectNode properties) {

    private static final BigDecimal NONE = BigDecimal.ZERO;

    /** Input that was neither read from a cache nor written to one. */
    BigDecimal plainInput() {
        BigDecimal input = count("$ai_input_tokens");
        return cachedApart()
                ? input
                : input.subtract(cacheRead()).subtract(cacheWritten()).max(NONE);
    }

    BigDecimal cacheRead() {
        return count("$ai_cache_read_input_tokens");
    }

    BigDecimal cacheWritten() {
        BigDecimal total = count("$ai_cache_creation_input_tokens");
        return total.signum() > 0
                ? total
                : count("$ai_cache_creation_5m_input_tokens").add(longCacheWritten());
    }

    BigDecimal longCacheWritten() {
        return count("$ai_cache_creation_1h_input_tokens");
    }

    /** Gemini reports its thoughts beside the output, everybody else within it. */
    BigDecimal output() {
        BigDecimal output = count("$ai_output_tokens");
        return text("$ai_model").contains("gemini") ? output.add(count("$ai_reasoning_tokens")) : output;
    }

    /** Whether it is a model of Anthropic's, wherever it runs: those have their own prices for caches. */
    boolean anthropic() {
        return text("$ai_provider").equals("anthropic") || text("$ai_model").contains("claude");
    }

    private boolean cachedApart() {
        JsonNode said = properties.path("$ai_cache_reporting_exclusive");
        return said.isBoolean() ? said.booleanValue() : anthropic();
    }

    private BigDecimal count(String name) {
        return Amount.of(properties.path(name)).orElse(NONE);
    }

    private String text(String name) {
        return properties.path(name).asText("").toLowerCase(Locale.ROOT);
    }
}
