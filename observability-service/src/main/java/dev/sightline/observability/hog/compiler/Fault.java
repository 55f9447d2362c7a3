package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.grammar.HogCompileException;
import org.antlr.v4.runtime.Token;

/** Compile errors with and without a place in a source. */
final class Fault {

    private Fault() {}

    static HogCompileException at(Token token, String message) {
        return new HogCompileException(message, token.getLine(), token.getCharPositionInLine() + 1);
    }

    static HogCompileException inBytecode(String message) {
        return new HogCompileException(message, 0, 0);
    }
}
