package dev.sightline.model.provider;

import dev.langchain4j.model.output.TokenUsage;
import dev.sightline.model.ModelAnswer.Usage;

/** Reads token counts. Tokens a model spends on thinking are output, though some providers show them in the total only. */
final class Tokens {

    private Tokens() {}

    static Usage of(TokenUsage usage) {
        if (usage == null) {
            return Usage.NONE;
        }
        long input = orZero(usage.inputTokenCount());
        return new Usage(input, Math.max(orZero(usage.outputTokenCount()), orZero(usage.totalTokenCount()) - input));
    }

    private static long orZero(Integer count) {
        return count == null ? 0 : count;
    }
}
