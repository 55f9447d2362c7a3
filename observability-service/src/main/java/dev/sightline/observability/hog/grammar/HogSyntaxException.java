package dev.sightline.observability.hog.grammar;

/** A source that does not follow the grammar. */
public final class HogSyntaxException extends HogCompileException {

    private static final long serialVersionUID = 1L;

    public HogSyntaxException(String message, int line, int column) {
        super(message, line, column);
    }

    @Override
    public String describe() {
        return line() + ":" + column() + ": SyntaxError: " + getMessage();
    }
}
