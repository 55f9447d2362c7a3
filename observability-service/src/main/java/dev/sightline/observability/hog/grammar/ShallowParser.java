package dev.sightline.observability.hog.grammar;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/** What the generated parser asks: how deep it may go, and whether a brace opens a block. */
abstract class ShallowParser extends Parser {

    private static final int MAX_DEPTH = 600;

    private int depth;

    ShallowParser(TokenStream input) {
        super(input);
    }

    @Override
    public void enterRule(ParserRuleContext localctx, int state, int ruleIndex) {
        descend();
        super.enterRule(localctx, state, ruleIndex);
    }

    @Override
    public void exitRule() {
        depth--;
        super.exitRule();
    }

    @Override
    public void enterRecursionRule(ParserRuleContext localctx, int state, int ruleIndex, int precedence) {
        descend();
        super.enterRecursionRule(localctx, state, ruleIndex, precedence);
    }

    @Override
    public void unrollRecursionContexts(ParserRuleContext parentctx) {
        depth--;
        super.unrollRecursionContexts(parentctx);
    }

    private void descend() {
        if (++depth > MAX_DEPTH) {
            throw Tokens.tooDeep(_input.LT(1));
        }
    }

    /** Whether the next token opens a block: a brace that opens neither {@code {}} nor {@code {key: value}}. */
    boolean startsBlock() {
        return _input.LA(1) == HogLexer.LBRACE && _input.LA(2) != HogLexer.RBRACE && !hasKey();
    }

    private boolean hasKey() {
        int open = 0;
        int awaited = 0;
        for (int i = 2; open >= 0; i++) {
            int type = _input.LA(i);
            if (open == 0 && type == HogLexer.COLON && awaited-- == 0) {
                return true;
            }
            if (type == Token.EOF || open == 0 && endsKey(type)) {
                return false;
            }
            open += Tokens.nesting(type);
            awaited += open == 0 && (type == HogLexer.QUESTION || type == HogLexer.LAMBDA) ? 1 : 0;
        }
        return false;
    }

    private static boolean endsKey(int type) {
        return type == HogLexer.SEMICOLON
                || type == HogLexer.ASSIGN
                || type == HogLexer.COMMA
                || type == HogLexer.LET
                || type == HogLexer.WHILE
                || type == HogLexer.TRY
                || type == HogLexer.FUN
                || type == HogLexer.THROW;
    }
}
