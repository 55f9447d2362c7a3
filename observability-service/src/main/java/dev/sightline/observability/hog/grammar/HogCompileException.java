package dev.sightline.observability.hog.grammar;

/** A Hog source that can not be turned into a program, with the place where that was noticed. */
public class HogCompileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    public HogCompileException(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** The line, counted from 1; 0 when the fault has no place, as in bytecode. */
    public int line() {
        return line;
    }

    /** The column in that line, counted from 1; 0 when the fault has no place. */
    public int column() {
        return column;
    }

    /** The place and the reason in one line, as a compiler prints it. */
    public String describe() {
        return line == 0 ? getMessage() : line + ":" + column + ": " + getMessage();
    }
}
