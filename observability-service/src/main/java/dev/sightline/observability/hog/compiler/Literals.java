package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.grammar.HogParser.NameContext;
import dev.sightline.observability.hog.grammar.HogParser.NumberContext;
import dev.sightline.observability.hog.vm.Values;
import java.math.BigInteger;
import java.util.Locale;
import org.antlr.v4.runtime.Token;

/** What literals and names in a source stand for. */
final class Literals {

    private static final String LETTERS = "bfrntav";
    private static final String ESCAPED = "\b\f\r\n\t\u0007\u000b";
    private static final int HEXADECIMAL = 16;
    private static final int MAX_DIGITS = 4300;

    private Literals() {}

    /** The name, without the quotes it may stand in. */
    static String name(NameContext name) {
        return name(name.getStart());
    }

    /** The name a token spells. */
    static String name(Token token) {
        String text = token.getText();
        char first = text.charAt(0);
        return first == '`' || first == '"' ? unescape(text.substring(1, text.length() - 1), first) : text;
    }

    /** The code of a number. */
    static Code code(Object number) {
        return new Code().add(number instanceof Double ? Op.FLOAT : Op.INTEGER, number);
    }

    /** The text between single quotes. */
    static String string(String quoted) {
        return unescape(quoted.substring(1, quoted.length() - 1), '\'');
    }

    /** A text with its escapes replaced and its doubled quotes made single. */
    static String unescape(String text, char quote) {
        StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                result.append(escaped(text.charAt(++i)));
            } else {
                result.append(c);
                i += c == quote ? 1 : 0;
            }
        }
        return result.toString();
    }

    private static String escaped(char letter) {
        int known = LETTERS.indexOf(letter);
        if (known >= 0) {
            return ESCAPED.substring(known, known + 1);
        }
        return switch (letter) {
            case '0' -> "";
            case 'x' -> "\\x";
            default -> String.valueOf(letter);
        };
    }

    /** The number: Long, BigInteger or Double. */
    static Object number(NumberContext number, boolean negative) {
        Object value = value(number);
        if (value instanceof Double d) {
            return negative ? -d : d;
        }
        return Values.integer(negative ? Values.big(value).negate() : Values.big(value));
    }

    private static Object value(NumberContext number) {
        String text = number.getText().toLowerCase(Locale.ROOT);
        if (text.length() > MAX_DIGITS) {
            throw Fault.at(number.getStart(), "Number has too many digits");
        }
        if (number.INFINITY() != null) {
            return Double.POSITIVE_INFINITY;
        }
        if (number.NAN() != null) {
            return Double.NaN;
        }
        return number.FLOATING() != null || number.DOT() != null
                ? (Object) Double.valueOf(text)
                : integer(number.getStart(), text);
    }

    private static Object integer(Token token, String text) {
        return switch (token.getType()) {
            case dev.sightline.observability.hog.grammar.HogLexer.HEXADECIMAL ->
                Values.integer(new BigInteger(text.substring(2), HEXADECIMAL));
            case dev.sightline.observability.hog.grammar.HogLexer.BINARY ->
                Values.integer(new BigInteger(text.substring(2), 2));
            default -> Values.integer(new BigInteger(text));
        };
    }
}
