package dev.sightline.observability.hog.grammar;

import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;

/** Ends parsing at the first fault. */
final class SyntaxErrors extends BaseErrorListener {

    private static final int MAX_EXPECTED = 160;

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer, Object symbol, int line, int column, String message, RecognitionException e) {
        throw new HogSyntaxException(shorten(message), line, column + 1);
    }

    private static String shorten(String message) {
        int expecting = message.indexOf(" expecting {");
        return expecting < 0 || message.length() < MAX_EXPECTED
                ? message
                : message.substring(0, expecting) + " expecting ...";
    }
}
