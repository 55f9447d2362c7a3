package dev.sightline.model;

/**
 * What a model said.
 *
 * @param text the raw answer, meant to be JSON; not validated
 */
public record ModelAnswer(String text, Usage usage) {

    /** The text of an answer without the fence of Markdown that some models put around JSON. */
    public static String unfenced(String text) {
        return text.strip().replaceFirst("^```\\w*\\s*", "").replaceFirst("\\s*```$", "");
    }

    /** Tokens as the provider counted them, 0 where it did not say. */
    public record Usage(long inputTokens, long outputTokens) {

        public static final Usage NONE = new Usage(0, 0);

        public Usage plus(Usage other) {
            return new Usage(inputTokens + other.inputTokens, outputTokens + other.outputTokens);
        }
    }
}
