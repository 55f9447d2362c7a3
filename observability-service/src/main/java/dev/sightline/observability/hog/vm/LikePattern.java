package dev.sightline.observability.hog.vm;

/**
 * A pattern of {@code like}: {@code %} is any run of characters, {@code _} one, neither matching a line end. It may
 * match anywhere in the text, so it is found line by line, part after part, each as early as possible.
 */
public final class LikePattern {

    private final String pattern;
    private final LikePart[] parts;
    private final RegexPattern multiline;

    private LikePattern(String pattern, LikePart[] parts, RegexPattern multiline) {
        this.pattern = pattern;
        this.parts = parts;
        this.multiline = multiline;
    }

    /** A pattern ready to be used many times. */
    public static LikePattern of(String pattern, boolean ignoreCase) {
        LikePart[] parts = java.util.Arrays.stream(pattern.split("%"))
                .filter(part -> !part.isEmpty())
                .map(part -> LikePart.of(part, ignoreCase))
                .toArray(LikePart[]::new);
        boolean crossesLines = parts.length > 1 && pattern.indexOf('\n') >= 0;
        return new LikePattern(pattern, parts, crossesLines ? asRegex(pattern, ignoreCase) : null);
    }

    private static RegexPattern asRegex(String pattern, boolean ignoreCase) {
        StringBuilder regex = new StringBuilder();
        pattern.codePoints()
                .forEach(c -> regex.append(
                        switch (c) {
                            case '%' -> ".*";
                            case '_' -> ".";
                            default -> com.google.re2j.Pattern.quote(Character.toString(c));
                        }));
        return RegexPattern.of(regex.toString(), ignoreCase);
    }

    /** Whether this is the pattern of that text. */
    public boolean isOf(String text) {
        return pattern.equals(text);
    }

    /** Whether the pattern matches somewhere in the text. */
    public boolean matches(Run run, String text) {
        if (multiline != null) {
            return multiline.matches(run, text);
        }
        run.work(text.length() >> 4);
        if (parts.length <= 1) {
            return parts.length == 0 || parts[0].find(run, text, 0, text.length()) >= 0;
        }
        for (int start = 0, end; start <= text.length(); start = end + 1) {
            int lineEnd = text.indexOf('\n', start);
            end = lineEnd < 0 ? text.length() : lineEnd;
            if (matchesLine(run, text.substring(start, end))) {
                return true;
            }
        }
        return false;
    }

    private boolean matchesLine(Run run, String line) {
        int from = 0;
        for (LikePart part : parts) {
            from = part.find(run, line, from, line.length());
            if (from < 0) {
                return false;
            }
        }
        return true;
    }
}
