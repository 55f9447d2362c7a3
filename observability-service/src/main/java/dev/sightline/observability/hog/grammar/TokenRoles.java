package dev.sightline.observability.hog.grammar;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;

/**
 * Gives tokens the types of the roles they play, going through them once from left to right. What a bracket, a sign or
 * a word means depends on whether an operand has just ended: after one, a bracket calls or indexes, a sign is an
 * operator, and {@code in} compares; elsewhere they open a group or an array, belong to a number, and are a name.
 */
final class TokenRoles {

    private static final Set<Integer> OPERAND_ENDS = Set.of(
            HogLexer.NAME,
            HogLexer.QUOTED,
            HogLexer.STRING,
            HogLexer.TEMPLATE_CLOSE,
            HogLexer.FLOATING,
            HogLexer.DECIMAL,
            HogLexer.HEXADECIMAL,
            HogLexer.BINARY,
            HogLexer.INFINITY,
            HogLexer.NAN,
            HogLexer.NULL,
            HogLexer.UNIT,
            HogLexer.END,
            HogLexer.RBRACKET);

    private static final Set<Integer> STATEMENT_ENDS =
            Set.of(HogLexer.SEMICOLON, HogLexer.LBRACE, HogLexer.RBRACE, HogLexer.RPAREN, HogLexer.ELSE);

    private static final Set<Integer> INFIX_WORDS =
            Set.of(HogLexer.IN, HogLexer.LIKE, HogLexer.ILIKE, HogLexer.BETWEEN);

    private final Lookahead tokens;
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Words words = new Words();
    private int index;
    private int namesEnd;
    private int beforePrevious = HogLexer.SEMICOLON;
    private int previous = HogLexer.SEMICOLON;
    private boolean afterOperand;

    private TokenRoles(List<Token> tokens) {
        this.tokens = new Lookahead(tokens);
    }

    static void assign(List<Token> tokens) {
        TokenRoles roles = new TokenRoles(tokens);
        for (Token token : tokens) {
            roles.assign((WritableToken) token);
        }
    }

    private void assign(WritableToken token) {
        int role = role(token.getType());
        token.setType(role);
        afterOperand = endsOperand(role);
        beforePrevious = previous;
        previous = role;
        index++;
    }

    private boolean endsOperand(int role) {
        return switch (role) {
            case HogLexer.RPAREN -> close() != HogLexer.LPAREN || !words.endsHead(open.size());
            case HogLexer.RBRACE -> close() == HogLexer.OBJECT;
            case HogLexer.RBRACKET -> {
                close();
                yield true;
            }
            case HogLexer.LPAREN,
                    HogLexer.CALL,
                    HogLexer.LAMBDA_PAREN,
                    HogLexer.LBRACKET,
                    HogLexer.INDEX,
                    HogLexer.LBRACE,
                    HogLexer.OBJECT,
                    HogLexer.TEMPLATE_OPEN -> {
                words.open(open.size(), previous, beforePrevious);
                open.push(role);
                yield false;
            }
            default -> OPERAND_ENDS.contains(role);
        };
    }

    private int close() {
        return open.isEmpty() ? HogLexer.EOF : open.pop();
    }

    private int role(int type) {
        return switch (type) {
            case HogLexer.LPAREN -> parenthesis();
            case HogLexer.LBRACKET -> bracket();
            case HogLexer.LBRACE -> brace();
            case HogLexer.MINUS -> afterOperand ? type : HogLexer.PREFIX_MINUS;
            case HogLexer.PLUS -> afterOperand ? type : HogLexer.PREFIX_PLUS;
            case HogLexer.NAME, HogLexer.QUOTED -> startsNames() ? HogLexer.LAMBDA_NAME : type;
            default -> Words.isSoft(type) ? word(type) : type;
        };
    }

    /** An index holds one expression; an array after an operand begins a statement. */
    private int bracket() {
        boolean index = previous == HogLexer.NULLISH_DOT || afterOperand && tokens.isOneExpression(this.index);
        return index ? HogLexer.INDEX : HogLexer.LBRACKET;
    }

    private int parenthesis() {
        if (beforePrevious == HogLexer.FUN) {
            return HogLexer.LPAREN;
        }
        if (afterOperand) {
            return HogLexer.CALL;
        }
        return tokens.isParameterList(index) ? HogLexer.LAMBDA_PAREN : HogLexer.LPAREN;
    }

    private boolean startsNames() {
        boolean starts = index >= namesEnd && previous != HogLexer.DOT && tokens.isParameters(index);
        if (starts) {
            namesEnd = tokens.afterNames(index);
        }
        return starts;
    }

    private int brace() {
        boolean body = previous == HogLexer.ARROW || previous == HogLexer.COLON;
        return isExpected() && !body || tokens.startsObject(index, body) ? HogLexer.OBJECT : HogLexer.LBRACE;
    }

    /** Whether an operand must follow, so that no statement can begin here. */
    private boolean isExpected() {
        return !afterOperand && !STATEMENT_ENDS.contains(previous) && !Words.opensBlock(previous);
    }

    private int word(int type) {
        int next = tokens.type(index + 1);
        boolean named = previous == HogLexer.DOT
                || previous == HogLexer.NULLISH_DOT
                || previous == HogLexer.LET
                || previous == HogLexer.FUN
                || next == HogLexer.ASSIGN;
        boolean keyword = !named && isKeyword(type, next);
        if (!keyword) {
            return startsNames() ? HogLexer.LAMBDA_NAME : HogLexer.NAME;
        }
        words.read(type);
        return type == HogLexer.NOT && !(afterOperand && INFIX_WORDS.contains(next)) && previous != HogLexer.IS
                ? HogLexer.PREFIX_NOT
                : type;
    }

    private boolean isKeyword(int type, int next) {
        return switch (type) {
            case HogLexer.RETURN -> !isExpected();
            case HogLexer.IF, HogLexer.FOR -> !isExpected() && next == HogLexer.LPAREN;
            case HogLexer.ELSE -> true;
            case HogLexer.AND, HogLexer.OR, HogLexer.IS -> afterOperand;
            case HogLexer.IN, HogLexer.LIKE, HogLexer.ILIKE, HogLexer.BETWEEN ->
                afterOperand || previous == HogLexer.NOT;
            case HogLexer.NOT ->
                previous == HogLexer.IS
                        || next != HogLexer.LPAREN && Lookahead.startsOperand(next)
                        || afterOperand && INFIX_WORDS.contains(next);
            case HogLexer.COHORT -> previous == HogLexer.IN;
            case HogLexer.LAMBDA -> tokens.isNamesBeforeColon(index + 1);
            case HogLexer.CASE -> next == HogLexer.WHEN || next != HogLexer.LPAREN && Lookahead.startsOperand(next);
            case HogLexer.INTERVAL -> tokens.isInterval(index);
            default -> afterOperand ? words.isOpen(type) : type == HogLexer.WHEN && previous == HogLexer.CASE;
        };
    }
}
