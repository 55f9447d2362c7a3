package dev.sightline.observability.hog.grammar;

import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.Token;

/**
 * Refuses tokens that no program may hold, and sequences that would cost the parser more than any program is worth:
 * brackets nested too deeply, and chains of operators that are too long.
 */
final class TokenCheck {

    private static final int MAX_BRACKETS = 150;
    private static final int MAX_CHAIN = 5_000;
    private static final int MAX_NESTED = 120;

    /** Tokens since the last separator, and those of them after which the rest is nested one level deeper. */
    private static final class Chain {
        private int length;
        private int nested;

        private void end() {
            length = 0;
            nested = 0;
        }

        private void statement(boolean body) {
            nested = body ? nested + 1 : 0;
            length = body ? length : 0;
        }
    }

    private final Deque<Chain> open = new ArrayDeque<>();
    private int previous = HogLexer.SEMICOLON;

    TokenCheck() {
        open.push(new Chain());
    }

    void read(Token token) {
        refuse(token);
        int type = token.getType();
        int nesting = Tokens.nesting(type);
        if (nesting < 0 && open.size() > 1) {
            open.pop();
        }
        count(token);
        if (nesting > 0) {
            open.push(new Chain());
        }
        if (open.size() > MAX_BRACKETS) {
            throw Tokens.tooDeep(token);
        }
        previous = type;
    }

    private void count(Token token) {
        Chain chain = open.peek();
        if (isOperand(token.getType()) && endsOperand()) {
            chain.length = 0;
        }
        switch (token.getType()) {
            case HogLexer.COMMA, HogLexer.SEMICOLON, HogLexer.LET, HogLexer.RETURN, HogLexer.TRY, HogLexer.FUN ->
                chain.end();
            case HogLexer.NOT, HogLexer.QUESTION, HogLexer.ARROW, HogLexer.LAMBDA, HogLexer.CASE -> chain.nested++;
            case HogLexer.IF, HogLexer.WHILE, HogLexer.FOR -> chain.statement(isBody());
            case HogLexer.MINUS -> chain.nested += previous == HogLexer.MINUS ? 1 : 0;
            default -> chain.length++;
        }
        if (chain.length > MAX_CHAIN || chain.nested > MAX_NESTED) {
            throw Tokens.tooDeep(token);
        }
    }

    private static boolean isOperand(int type) {
        return type == HogLexer.NAME || type == HogLexer.STRING || type == HogLexer.DECIMAL || type == HogLexer.QUOTED;
    }

    /** Whether one operand after what came before must begin another statement. */
    private boolean endsOperand() {
        return isOperand(previous)
                || previous == HogLexer.RPAREN
                || previous == HogLexer.RBRACKET
                || previous == HogLexer.RBRACE;
    }

    /** Whether a statement that begins here belongs to one that has begun before. */
    private boolean isBody() {
        return previous == HogLexer.ELSE || previous == HogLexer.RPAREN;
    }

    private static void refuse(Token token) {
        switch (token.getType()) {
            case HogLexer.UNEXPECTED -> throw Tokens.at(token, unexpected(token.getText()));
            case HogLexer.BAD_NUMBER -> throw Tokens.at(token, "Invalid number " + token.getText());
            case HogLexer.WHOLE_TEMPLATE -> throw Tokens.at(token, "Template strings begin with a lower-case f");
            default -> {}
        }
    }

    private static String unexpected(String text) {
        int character = text.codePointAt(0);
        return character == '\''
                ? "Unterminated or malformed string"
                : "Unexpected character '%s' (U+%04X)".formatted(Character.toString(character), character);
    }
}
