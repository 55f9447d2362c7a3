package dev.sightline.observability.hog.grammar;

import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Questions about the tokens to come. */
final class Lookahead {

    private static final Set<Integer> OPERAND_STARTS = Set.of(
            HogLexer.NAME,
            HogLexer.QUOTED,
            HogLexer.STRING,
            HogLexer.TEMPLATE,
            HogLexer.FLOATING,
            HogLexer.DECIMAL,
            HogLexer.HEXADECIMAL,
            HogLexer.BINARY,
            HogLexer.INFINITY,
            HogLexer.NAN,
            HogLexer.NULL,
            HogLexer.LPAREN,
            HogLexer.LBRACKET,
            HogLexer.LBRACE,
            HogLexer.MINUS,
            HogLexer.PLUS,
            HogLexer.NOT,
            HogLexer.CASE,
            HogLexer.INTERVAL,
            HogLexer.LAMBDA,
            HogLexer.IF,
            HogLexer.UNIT);

    private static final Set<Integer> KEY_ENDS = Set.of(
            HogLexer.SEMICOLON,
            HogLexer.ASSIGN,
            HogLexer.COMMA,
            HogLexer.LET,
            HogLexer.WHILE,
            HogLexer.TRY,
            HogLexer.FUN,
            HogLexer.THROW,
            Token.EOF);

    private final List<Token> tokens;

    Lookahead(List<Token> tokens) {
        this.tokens = tokens;
    }

    int type(int index) {
        return tokens.get(Math.min(index, tokens.size() - 1)).getType();
    }

    static boolean startsOperand(int type) {
        return OPERAND_STARTS.contains(type);
    }

    private boolean isName(int index) {
        int type = type(index);
        return type == HogLexer.NAME || type == HogLexer.QUOTED || Words.isSoft(type);
    }

    /** The index after names and commas that start at an index. */
    int afterNames(int index) {
        int at = index;
        while (isName(at)) {
            at++;
            if (type(at) != HogLexer.COMMA) {
                return at;
            }
            at++;
        }
        return at;
    }

    /** Whether the brackets that open here hold something, and no comma outside brackets of its own. */
    boolean isOneExpression(int index) {
        int open = 0;
        for (int i = index + 1; open >= 0 && type(i) != Token.EOF; i++) {
            if (open == 0 && type(i) == HogLexer.COMMA) {
                return false;
            }
            open += Tokens.nesting(type(i));
        }
        return type(index + 1) != HogLexer.RBRACKET;
    }

    /** Whether names and an arrow start here. */
    boolean isParameters(int index) {
        return type(afterNames(index)) == HogLexer.ARROW;
    }

    /** Whether names in parentheses and an arrow start here. */
    boolean isParameterList(int index) {
        int end = afterNames(index + 1);
        return type(end) == HogLexer.RPAREN && type(end + 1) == HogLexer.ARROW;
    }

    boolean isNamesBeforeColon(int index) {
        return isName(index) && type(afterNames(index)) == HogLexer.COLON;
    }

    /** Whether a length of time starts here: what comes before the next separator, outside brackets, has a unit. */
    boolean isInterval(int index) {
        int open = 0;
        for (int i = index + 1; open >= 0 && startsOperand(type(index + 1)); i++) {
            int type = type(i);
            if (open == 0 && type == HogLexer.UNIT && i > index + 1) {
                return true;
            }
            if (type == Token.EOF || open == 0 && KEY_ENDS.contains(type)) {
                return false;
            }
            open += Tokens.nesting(type);
        }
        return false;
    }

    /**
     * Whether the brace here opens an object: a colon follows its first expression.
     *
     * @param emptyCounts what an empty pair of braces is taken for
     */
    boolean startsObject(int index, boolean emptyCounts) {
        if (type(index + 1) == HogLexer.RBRACE) {
            return emptyCounts;
        }
        int open = 0;
        int awaited = 0;
        for (int i = index + 1; open >= 0; i++) {
            int type = type(i);
            if (open == 0 && type == HogLexer.COLON && awaited-- == 0) {
                return true;
            }
            if (type == Token.EOF || open == 0 && KEY_ENDS.contains(type)) {
                return false;
            }
            open += Tokens.nesting(type);
            awaited += open == 0 && (type == HogLexer.QUESTION || type == HogLexer.LAMBDA) ? 1 : 0;
        }
        return false;
    }
}
