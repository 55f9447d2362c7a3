package dev.sightline.observability.hog.vm;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** A regular expression of the RE2 dialect, which takes linear time whatever the pattern. */
public final class RegexPattern {

    /** Texts times patterns up to here are matched in one go; longer ones look at the clock on the way. */
    private static final long UNWATCHED = 1 << 20;

    private final String source;
    private final int size;
    private final Pattern pattern;

    private RegexPattern(String source, int size, Pattern pattern) {
        this.source = source;
        this.size = size;
        this.pattern = pattern;
    }

    /**
     * A pattern ready to be used many times.
     *
     * @throws Failure if it is not one
     */
    public static RegexPattern of(String source, boolean ignoreCase) {
        try {
            int size = RegexSize.of(source);
            int flags = ignoreCase ? Pattern.CASE_INSENSITIVE : 0;
            return new RegexPattern(source, size, Pattern.compile(source, flags));
        } catch (PatternSyntaxException | StackOverflowError e) {
            throw Failure.vm("Invalid regex pattern: " + e.getMessage());
        }
    }

    /** Whether this is the pattern of that text. */
    public boolean isOf(String text) {
        return source.equals(text);
    }

    /** Whether the pattern matches somewhere in the text. */
    public boolean matches(Run run, String text) {
        return matcher(run, text).find();
    }

    /** The first group if the pattern has one, else the whole of the first match; empty if there is none. */
    public String extract(Run run, String text) {
        Matcher matcher = matcher(run, text);
        if (!matcher.find()) {
            return "";
        }
        String found = matcher.group(pattern.groupCount() > 0 ? 1 : 0);
        return found == null ? "" : found;
    }

    private Matcher matcher(Run run, String text) {
        run.work(text.length());
        return (long) text.length() * size < UNWATCHED
                ? pattern.matcher(text)
                : pattern.matcher(new WatchedText(run, text, 1 + size / WatchedText.STEPS));
    }
}
