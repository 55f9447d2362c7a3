package dev.sightline.vision.analysis.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of one conversation with a model. */
@ConfigMapping(prefix = "sightline.vision.conversation")
public interface ConversationLimits {

    /** Characters of session text in the opening: some 15,000 tokens. */
    @WithDefault("60000")
    int timelineCharacters();

    /** Tokens of one answer at most; models that think spend them on that as well. */
    @WithDefault("16000")
    int answerTokens();

    /** Time of one call. */
    @WithDefault("2m")
    Duration timeout();

    /** Wait before the second attempt where the provider could not answer and did not say when it can. */
    @WithDefault("15s")
    Duration pause();

    /** The longest wait a provider may ask for; if it asks for more, the step has failed. */
    @WithDefault("1m")
    Duration longestPause();
}
