package dev.sightline.vision.analysis.timeline;

/** Session text made fit to be shown: one line, no control characters, bounded. */
final class Texts {

    private Texts() {}

    static String clean(String text, int limit) {
        StringBuilder clean = new StringBuilder(Math.min(text.length(), limit));
        boolean gap = false;
        for (int i = 0; i < text.length() && clean.length() < limit; i++) {
            char c = text.charAt(i);
            boolean blank = c <= ' ' || Character.isWhitespace(c) || Character.isISOControl(c) || isInvisible(c);
            if (!blank) {
                clean.append(gap && !clean.isEmpty() ? " " : "").append(c);
            }
            gap = blank;
        }
        return withoutHalfCharacter(clean, limit);
    }

    /** Zero-width and direction marks: they hide words from a reader, not from a model. */
    private static boolean isInvisible(char c) {
        return Character.getType(c) == Character.FORMAT;
    }

    private static String withoutHalfCharacter(StringBuilder text, int limit) {
        int length = Math.min(text.length(), limit);
        boolean half = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, half ? length - 1 : length);
    }
}
