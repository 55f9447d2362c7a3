package dev.sightline.observability.hog.grammar;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;

/** Keeps the generated parser from going deeper than the stack of a thread allows. */
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
}
