package dev.sightline.observability.hog.vm;

import java.util.regex.Pattern;

/** Texts and names as a program would write them. */
final class QuotedText {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
    private static final String ESCAPED = "\b\f\r\n\t\0\u0007\u000b\\'";
    private static final String LETTERS = "bfrnt0av\\'";

    private QuotedText() {}

    static String of(String text) {
        return quote(text, '\'');
    }

    static String name(String name) {
        return NAME.matcher(name).matches() ? name : quote(name, '`');
    }

    private static String quote(String text, char quote) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append(quote);
        for (int i = 0; i < text.length(); i++) {
            append(quoted, text.charAt(i), quote);
        }
        return quoted.append(quote).toString();
    }

    private static void append(StringBuilder quoted, char character, char quote) {
        int escape = character == '\'' && quote != character ? -1 : ESCAPED.indexOf(character);
        if (character == '`' && quote == character) {
            quoted.append("\\`");
        } else if (escape < 0) {
            quoted.append(character);
        } else {
            quoted.append('\\').append(LETTERS.charAt(escape));
        }
    }
}
