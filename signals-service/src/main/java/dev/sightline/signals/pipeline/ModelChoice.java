package dev.sightline.signals.pipeline;

import dev.sightline.model.LanguageModel;
import java.time.Duration;

/**
 * The language model that the stages ask, and how much of it.
 *
 * @param name the provider's name of the model
 * @param timeout of one answer
 */
public record ModelChoice(LanguageModel model, String name, int maxAnswerTokens, Duration timeout) {

    /** With the limits of spec/signals.md 9: 4,096 answer tokens, 100 seconds. */
    public ModelChoice(LanguageModel model, String name) {
        this(model, name, 4_096, Duration.ofSeconds(100));
    }
}
