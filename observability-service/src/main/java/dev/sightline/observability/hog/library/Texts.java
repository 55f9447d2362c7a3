package dev.sightline.observability.hog.library;

import dev.sightline.observability.hog.vm.Failure;
import dev.sightline.observability.hog.vm.ListValue;
import dev.sightline.observability.hog.vm.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Texts made from texts. Null gives null. */
final class Texts {

    private static final int SLOT = 8;

    private Texts() {}

    static void register(Registry library) {
        library.add("lower", 1, (run, a) -> mapped(run, a[0], text -> text.toLowerCase(Locale.ROOT)))
                .add("upper", 1, (run, a) -> mapped(run, a[0], text -> text.toUpperCase(Locale.ROOT)))
                .add(
                        "reverse",
                        1,
                        (run, a) -> mapped(run, a[0], text -> new StringBuilder(text)
                                .reverse()
                                .toString()))
                .add("trim", 1, 2, (run, a) -> trim(run, a, true, true))
                .add("trimLeft", 1, 2, (run, a) -> trim(run, a, true, false))
                .add("trimRight", 1, 2, (run, a) -> trim(run, a, false, true))
                .add("splitByString", 2, 3, Texts::split)
                .add("replaceOne", 3, (run, a) -> replace(run, a, 1))
                .add("replaceAll", 3, (run, a) -> replace(run, a, Integer.MAX_VALUE))
                .add("substring", 2, 3, Texts::substring);
    }

    private static Object mapped(Run run, Object value, UnaryOperator<String> change) {
        if (value == null) {
            return null;
        }
        String text = Arguments.text(value);
        run.reserveResult(SLOT + text.length());
        run.work(text.length() >> 2);
        return change.apply(text);
    }

    private static Object trim(Run run, Object[] a, boolean left, boolean right) {
        return mapped(
                run,
                a[0],
                text -> a.length == 1 ? strip(text, left, right) : strip(text, Arguments.text(a[1]), left, right));
    }

    private static String strip(String text, boolean left, boolean right) {
        String stripped = left ? text.stripLeading() : text;
        return right ? stripped.stripTrailing() : stripped;
    }

    private static String strip(String text, String character, boolean left, boolean right) {
        if (character.isEmpty()) {
            return text;
        }
        if (character.codePointCount(0, character.length()) > 1) {
            return "";
        }
        int start = 0;
        int end = text.length();
        while (left && start < end && text.startsWith(character, start)) {
            start += character.length();
        }
        while (right && end > start && text.startsWith(character, end - character.length())) {
            end -= character.length();
        }
        return text.substring(start, end);
    }

    private static Object split(Run run, Object[] a) {
        if (a[1] == null) {
            return null;
        }
        String separator = Arguments.text(a[0]);
        String text = Arguments.text(a[1]);
        if (separator.isEmpty()) {
            throw Failure.value("empty separator");
        }
        long most = a.length > 2 && a[2] != null ? Arguments.integer(a[2]) : Long.MAX_VALUE;
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int at = 0; at >= 0 && parts.size() < most; start = at + separator.length()) {
            at = text.indexOf(separator, start);
            String part = at < 0 ? text.substring(start) : text.substring(start, at);
            run.work(1);
            run.collect(2 * SLOT + part.length());
            parts.add(part);
        }
        return ListValue.array(parts);
    }

    private static Object replace(Run run, Object[] a, int most) {
        if (a[0] == null) {
            return null;
        }
        String text = Arguments.text(a[0]);
        String old = Arguments.text(a[1]);
        String replacement = Arguments.text(a[2]);
        long found = occurrences(run, text, old, most);
        run.reserveResult(SLOT + text.length() + found * replacement.length());
        return most == 1 ? replaceFirst(text, old, replacement) : text.replace(old, replacement);
    }

    private static long occurrences(Run run, String text, String part, int most) {
        run.work(text.length() >> 2);
        if (part.isEmpty()) {
            return Math.min(most, text.length() + 1L);
        }
        long count = 0;
        for (int at = text.indexOf(part); at >= 0 && count < most; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private static String replaceFirst(String text, String old, String replacement) {
        int at = text.indexOf(old);
        return at < 0 ? text : text.substring(0, at) + replacement + text.substring(at + old.length());
    }

    private static Object substring(Run run, Object[] a) {
        if (!(a[0] instanceof String text)) {
            return "";
        }
        long start = Arguments.integer(a[1]);
        long size = text.codePointCount(0, text.length());
        long length = a.length > 2 && a[2] != null ? Arguments.integer(a[2]) : size;
        if (start < 1 || length < 0 || start > size) {
            return "";
        }
        run.work(text.length() >> 4);
        int from = text.offsetByCodePoints(0, (int) start - 1);
        int to = text.offsetByCodePoints(from, (int) Math.min(length, size - start + 1));
        run.reserveResult(SLOT + to - (long) from);
        return text.substring(from, to);
    }
}
