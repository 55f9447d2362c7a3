package dev.sightline.observability.hog.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;

/** Lets a closing brace too many reach the parser, which knows how to complain about it. */
abstract class BalancedLexer extends Lexer {

    BalancedLexer(CharStream input) {
        super(input);
    }

    @Override
    public int popMode() {
        return _modeStack.isEmpty() ? _mode : super.popMode();
    }
}
