package dev.sightline.observability.hog;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What a command line asks for. */
record HogCommandLine(Path file, Path globals, boolean nullSafe, boolean bytecode, Duration timeout) {

    private static final String USAGE =
            "Usage: hog FILE [--globals FILE.json] [--null-safe] [--timeout-ms N] [--bytecode]";

    static HogCommandLine parse(String... arguments) {
        Deque<String> rest = new ArrayDeque<>(List.of(arguments));
        HogCommandLine line = new HogCommandLine(null, null, false, false, Duration.ofSeconds(5));
        while (!rest.isEmpty()) {
            line = line.with(rest.pop(), rest);
        }
        if (line.file == null) {
            throw new IllegalArgumentException(USAGE);
        }
        return line;
    }

    private HogCommandLine with(String word, Deque<String> rest) {
        return switch (word) {
            case "--globals" -> new HogCommandLine(file, Path.of(value(rest)), nullSafe, bytecode, timeout);
            case "--null-safe" -> new HogCommandLine(file, globals, true, bytecode, timeout);
            case "--bytecode" -> new HogCommandLine(file, globals, nullSafe, true, timeout);
            case "--timeout-ms" -> new HogCommandLine(file, globals, nullSafe, bytecode, millis(value(rest)));
            default -> withFile(word);
        };
    }

    private HogCommandLine withFile(String word) {
        if (word.startsWith("--") || file != null) {
            throw new IllegalArgumentException(USAGE);
        }
        return new HogCommandLine(Path.of(word), globals, nullSafe, bytecode, timeout);
    }

    private static String value(Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(USAGE);
        }
        return rest.pop();
    }

    private static Duration millis(String text) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException("--timeout-ms needs a positive number of milliseconds, not " + text);
        }
        return Duration.ofMillis(Long.parseLong(text));
    }
}
