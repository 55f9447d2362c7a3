package dev.sightline.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says where a text stops being JSON, in the words clients know: {@code JSON parse error - Expecting value: line 1
 * column 9 (char 8)}. It is asked only after the parser proper has refused the text.
 */
public final class JsonSyntax {

    private static final Pattern SCALAR =
            Pattern.compile("null|true|false|-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{4}");
    private static final int DEEPEST = 1000;

    private final String text;
    private int at;
    private int depth;

    private JsonSyntax(String text) {
        this.text = text;
    }

    /** What is wrong with a text that the parser refused with {@code e}. */
    public static String complaint(String text, JsonProcessingException e) {
        return complaint(text).orElseGet(() -> complaint(e));
    }

    /** What is wrong with a text; empty if it is JSON. */
    public static Optional<String> complaint(String text) {
        try {
            new JsonSyntax(text).document();
            return Optional.empty();
        } catch (Fault fault) {
            return Optional.of(fault.getMessage());
        }
    }

    /** What the parser said about a text that is no longer at hand. */
    public static String complaint(JsonProcessingException e) {
        JsonLocation place = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
        long offset = Math.max(place.getCharOffset(), place.getByteOffset());
        String what = e.getOriginalMessage().lines().findFirst().orElse("Invalid JSON");
        return complaint(what, place.getLineNr(), place.getColumnNr(), offset);
    }

    private static String complaint(String what, int line, int column, long offset) {
        return "JSON parse error - %s: line %d column %d (char %d)"
                .formatted(what, Math.max(1, line), Math.max(1, column), Math.max(0, offset));
    }

    private void document() {
        blanks();
        value();
        blanks();
        if (at < text.length()) {
            throw fault("Extra data", at);
        }
    }

    private void value() {
        switch (here()) {
            case '{' -> nested('}');
            case '[' -> nested(']');
            case '"' -> string();
            default -> scalar();
        }
    }

    private void nested(char close) {
        if (++depth > DEEPEST) {
            throw fault("Nested too deeply", at);
        }
        step();
        if (here() != close) {
            elements(close);
        }
        at++;
        depth--;
    }

    private void elements(char close) {
        element(close);
        while (here() != close) {
            if (here() != ',') {
                throw fault("Expecting ',' delimiter", at);
            }
            step();
            element(close);
        }
    }

    private void element(char close) {
        if (close == '}') {
            name();
        }
        value();
        blanks();
    }

    private void name() {
        if (here() != '"') {
            throw fault("Expecting property name enclosed in double quotes", at);
        }
        string();
        blanks();
        if (here() != ':') {
            throw fault("Expecting ':' delimiter", at);
        }
        step();
    }

    private void scalar() {
        Matcher scalar = SCALAR.matcher(text).region(at, text.length());
        if (!scalar.lookingAt()) {
            throw fault("Expecting value", at);
        }
        at = scalar.end();
    }

    private void string() {
        int start = at++;
        while (here() != '"') {
            if (at >= text.length()) {
                throw fault("Unterminated string starting at", start);
            }
            character(start);
        }
        at++;
    }

    private void character(int start) {
        if (here() < ' ') {
            throw fault("Invalid control character at", at);
        }
        if (text.charAt(at++) == '\\') {
            escape(start);
        }
    }

    private void escape(int start) {
        if (at >= text.length()) {
            throw fault("Unterminated string starting at", start);
        }
        char escaped = text.charAt(at++);
        if (escaped == 'u' && !HEX.matcher(text).region(at, text.length()).lookingAt()) {
            throw fault("Invalid \\uXXXX escape", at - 1);
        }
        if ("\"\\/bfnrtu".indexOf(escaped) < 0) {
            throw fault("Invalid \\escape", at - 2);
        }
    }

    /** The character at hand; 0 at the end, which no rule accepts. */
    private char here() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void step() {
        at++;
        blanks();
    }

    private void blanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private Fault fault(String what, int place) {
        String before = text.substring(0, Math.min(place, text.length()));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int lineStart = before.lastIndexOf('\n') + 1;
        return new Fault(complaint(
                what,
                line,
                before.codePointCount(lineStart, before.length()) + 1,
                before.codePointCount(0, before.length())));
    }

    /** Ends the walk; it never leaves this class. */
    private static final class Fault extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Fault(String complaint) {
            super(complaint, null, false, false);
        }
    }
}
