package dev.sightline.vision.analysis.conversation;

import java.time.Duration;

/**
 * Bounds of one conversation.
 *
 * @param timelineCharacters of session text in the opening
 * @param answerTokens most tokens of one answer
 * @param timeout of one call
 */
public record ConversationLimits(int timelineCharacters, int answerTokens, Duration timeout) {

    /** 60,000 characters (some 15,000 tokens), 4,000 tokens, two minutes. */
    public static final ConversationLimits DEFAULT = new ConversationLimits(60_000, 4_000, Duration.ofMinutes(2));
}
