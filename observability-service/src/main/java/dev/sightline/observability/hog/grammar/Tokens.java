package dev.sightline.observability.hog.grammar;

import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;

/** The tokens of a source, checked for what no program may hold and read by the parser a bounded number of times. */
final class Tokens extends CommonTokenStream {

    private static final long MAX_READS = 3_000_000;

    private long reads;

    Tokens(Lexer lexer) {
        super(lexer);
        fill();
        TokenCheck check = new TokenCheck();
        getTokens().forEach(check::read);
        TokenRoles.assign(getTokens());
    }

    /** How many brackets a token of this type opens: 1, 0 or -1. */
    static int nesting(int type) {
        return switch (type) {
            case HogLexer.LPAREN, HogLexer.LBRACKET, HogLexer.LBRACE, HogLexer.TEMPLATE_OPEN -> 1;
            case HogLexer.RPAREN, HogLexer.RBRACKET, HogLexer.RBRACE -> -1;
            default -> 0;
        };
    }

    static HogSyntaxException tooDeep(Token token) {
        return at(token, "The program is nested too deeply");
    }

    static HogSyntaxException at(Token token, String message) {
        return new HogSyntaxException(message, token.getLine(), token.getCharPositionInLine() + 1);
    }

    @Override
    public void consume() {
        if (++reads > MAX_READS) {
            throw at(LT(1), "The program is too complex");
        }
        super.consume();
    }
}
