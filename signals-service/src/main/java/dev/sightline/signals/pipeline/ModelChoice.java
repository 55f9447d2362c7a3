package dev.sightline.signals.pipeline;

import dev.sightline.model.LanguageModel;
import java.time.Duration;

/**
 * The language model that the stages ask, and how much of it.
 *
 * @param name the provider's name of the model
 * @param answers those that were given before
 */
public record ModelChoice(LanguageModel model, String name, Limits limits, AnswerStore answers) {

    /**
     * Of one answer.
     *
     * @param timeout until the answer is complete
     */
    public record Limits(int answerTokens, Duration timeout) {

        /** Those of spec/signals.md 9. */
        public static final Limits USUAL = new Limits(4_096, Duration.ofSeconds(100));
    }
}
