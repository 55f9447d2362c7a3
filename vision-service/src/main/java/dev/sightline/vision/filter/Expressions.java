package dev.sightline.vision.filter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Regular expressions of the RE2 dialect, which filters are written in, as Postgres writes them. What has no counterpart
 * is refused; what is no expression at all, Postgres says.
 */
final class Expressions {

    private static final Pattern FLAGS = Pattern.compile("\\(\\?([ims]+)\\)");
    private static final int MAX_LENGTH = 1_000;

    private final String source;
    private final StringBuilder target;
    private boolean inBrackets;

    private Expressions(String source, String options) {
        this.source = source;
        this.target = new StringBuilder(options);
    }

    /** A dot stops at the end of a line, as in RE2, unless the expression says otherwise. */
    static String forPostgres(String expression) {
        if (expression.length() > MAX_LENGTH) {
            throw new InvalidSessionFilter("A regular expression has more than " + MAX_LENGTH + " characters.");
        }
        Matcher flags = FLAGS.matcher(expression);
        String given = flags.lookingAt() ? flags.group(1) : "";
        String lines = given.contains("m") ? "n" : given.contains("s") ? "s" : "p";
        String options = "(?" + (given.contains("i") ? "i" : "") + lines + ")";
        return new Expressions(flags.lookingAt() ? expression.substring(flags.end()) : expression, options).translate();
    }

    private String translate() {
        int at = 0;
        while (at < source.length()) {
            at = step(at);
        }
        return target.toString();
    }

    private int step(int at) {
        char c = source.charAt(at);
        if (c == '\\' && at + 1 < source.length()) {
            escape(source.charAt(at + 1));
            return at + 2;
        }
        if (source.startsWith("(?", at) && !inBrackets && !source.startsWith("(?:", at)) {
            throw unknown("(?");
        }
        inBrackets = c == '[' || (inBrackets && c != ']');
        target.append(c);
        return at + 1;
    }

    private void escape(char letter) {
        switch (letter) {
            case 'b' -> target.append("\\y");
            case 'B' -> target.append("\\Y");
            case 'z' -> target.append("\\Z");
            case 'p', 'P', 'Q', 'C', 'x' -> throw unknown("\\" + letter);
            default -> target.append('\\').append(letter);
        }
    }

    private static InvalidSessionFilter unknown(String construct) {
        return new InvalidSessionFilter("A regular expression uses " + construct + ", which cannot be evaluated here.");
    }
}
