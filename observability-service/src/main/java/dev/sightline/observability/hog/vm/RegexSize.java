package dev.sightline.observability.hog.vm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Estimates how large the compiled form of a pattern gets, so that repetitions inside repetitions can be refused. */
final class RegexSize {

    private static final int MAX_SIZE = 100_000;
    private static final int MAX_NESTING = 200;
    private static final int MAX_COUNT_DIGITS = 4;
    private static final int GROUP = 2;
    private static final Pattern TOKEN = Pattern.compile(
            "\\\\Q.*?(?:\\\\E|$)|\\\\.|\\[\\^?]?(?:\\\\.|\\[:\\w+:]|[^]\\\\])*+]|[()]|\\{(\\d+)(?:,(\\d*))?}",
            Pattern.DOTALL);

    private final Deque<Long> around = new ArrayDeque<>();
    private long size;
    private long previous = 1;
    private int end;

    private RegexSize() {}

    /** The estimate, in instructions. */
    static int of(String source) {
        RegexSize estimate = new RegexSize();
        Matcher tokens = TOKEN.matcher(source);
        while (tokens.find()) {
            estimate.skipTo(tokens.start());
            estimate.read(tokens);
            estimate.end = tokens.end();
        }
        estimate.skipTo(source.length());
        return (int) estimate.size;
    }

    private void skipTo(int start) {
        if (start > end) {
            grow(start - end, 1);
        }
    }

    private void read(Matcher token) {
        switch (token.group().charAt(0)) {
            case '(' -> open();
            case ')' -> close();
            case '{' -> grow(previous * (count(token) - 1), previous * count(token));
            default -> grow(token.end() - token.start(), 1);
        }
    }

    private void open() {
        if (around.size() == MAX_NESTING) {
            throw tooLarge("expression nests too deeply");
        }
        around.push(size);
        size = 0;
    }

    private void close() {
        long inner = size + GROUP;
        size = around.isEmpty() ? 0 : around.pop();
        grow(inner, inner);
    }

    private void grow(long more, long atom) {
        size += more;
        previous = atom;
        if (size > MAX_SIZE) {
            throw tooLarge("pattern is too large");
        }
    }

    private static long count(Matcher token) {
        String most = token.group(2) == null || token.group(2).isEmpty() ? token.group(1) : token.group(2);
        return most.length() > MAX_COUNT_DIGITS ? MAX_SIZE : Math.max(1, Long.parseLong(most));
    }

    private static Failure tooLarge(String reason) {
        return Failure.vm("Invalid regex pattern: " + reason);
    }
}
