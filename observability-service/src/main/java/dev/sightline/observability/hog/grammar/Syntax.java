package dev.sightline.observability.hog.grammar;

import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.atn.PredictionMode;

/** Reads sources into parse trees. */
public final class Syntax {

    private Syntax() {}

    /**
     * The tree of a source.
     *
     * @throws HogSyntaxException at the first fault
     */
    public static HogParser.ProgramContext parse(String source) {
        Tokens tokens = new Tokens(lexer(source));
        HogParser parser = parser(tokens);
        try {
            return parse(tokens, parser);
        } catch (StackOverflowError e) {
            parser.getInterpreter().clearDFA();
            throw Tokens.tooDeep(tokens.get(0));
        }
    }

    private static HogParser.ProgramContext parse(Tokens tokens, HogParser parser) {
        try {
            parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
            return parser.program();
        } catch (HogSyntaxException e) {
            return withFullContext(tokens);
        }
    }

    private static HogParser.ProgramContext withFullContext(Tokens tokens) {
        tokens.seek(0);
        return parser(tokens).program();
    }

    private static HogLexer lexer(String source) {
        HogLexer lexer = new HogLexer(CharStreams.fromString(source));
        lexer.removeErrorListeners();
        return lexer;
    }

    private static HogParser parser(Tokens tokens) {
        HogParser parser = new HogParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new SyntaxErrors());
        return parser;
    }
}
