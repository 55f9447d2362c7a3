package dev.sightline.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Why the stack does not start, or cannot go on; the message is for the person at the terminal. */
public final class StackFailure extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int TAIL = 15;

    /** A line of a stack trace that names a place rather than a reason. */
    private static final Pattern FRAME = Pattern.compile("\\s+(at |\\.\\.\\. \\d)");

    public StackFailure(String message) {
        super(message);
    }

    /** A failure whose reason stands at the end of a part's log. */
    static StackFailure of(String what, Path log) {
        return new StackFailure(what + ". The end of " + log + ":\n" + tail(log));
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log).stream()
                    .filter(line -> !FRAME.matcher(line).lookingAt())
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
        } catch (IOException e) {
            return "(it cannot be read: " + e.getMessage() + ")";
        }
    }
}
