package dev.sightline.observability.hog.library;

import dev.sightline.observability.hog.vm.Failure;
import dev.sightline.observability.hog.vm.ListValue;
import dev.sightline.observability.hog.vm.Run;
import dev.sightline.observability.hog.vm.TextMatch;
import java.util.Arrays;
import java.util.Locale;

/** Looking for something in a text. */
final class TextSearch {

    private TextSearch() {}

    static void register(Registry library) {
        library.add("position", 2, 3, (run, a) -> position(run, a[0], a[1], false))
                .add("positionCaseInsensitive", 2, 3, (run, a) -> position(run, a[0], a[1], true))
                .add(
                        "startsWith",
                        2,
                        (run, a) -> a[0] instanceof String s && a[1] instanceof String p && s.startsWith(p))
                .add("match", 2, (run, a) -> match(run, a[0], a[1]))
                .add("extractRegex", 2, (run, a) -> extract(run, a[0], a[1]))
                .add("multiSearchAnyCaseInsensitive", 2, (run, a) -> searchAny(run, a[0], a[1]))
                .add("like", 2, (run, a) -> like(run, a, false))
                .add("ilike", 2, (run, a) -> like(run, a, true))
                .add("notLike", 2, (run, a) -> !like(run, a, false))
                .add("notILike", 2, (run, a) -> !like(run, a, true));
    }

    private static Object position(Run run, Object text, Object part, boolean ignoreCase) {
        if (!(text instanceof String whole)) {
            return 0L;
        }
        String searched = ignoreCase ? whole.toLowerCase(Locale.ROOT) : whole;
        String wanted = ignoreCase ? Arguments.text(part).toLowerCase(Locale.ROOT) : Arguments.text(part);
        run.work(whole.length() >> 2);
        int at = searched.indexOf(wanted);
        return at < 0 ? 0L : searched.codePointCount(0, at) + 1L;
    }

    private static boolean match(Run run, Object text, Object pattern) {
        if (text == null || pattern == null) {
            return false;
        }
        String input = TextMatch.regexOperand(text, "input");
        return Patterns.regex(TextMatch.regexOperand(pattern, "pattern")).matches(run, input);
    }

    private static String extract(Run run, Object text, Object pattern) {
        if (!(text instanceof String input) || !(pattern instanceof String source)) {
            return "";
        }
        run.reserveResult(input.length());
        try {
            return Patterns.regex(source).extract(run, input);
        } catch (Failure e) {
            if (e.getMessage().startsWith("Invalid regex pattern")) {
                return "";
            }
            throw e;
        }
    }

    private static long searchAny(Run run, Object text, Object parts) {
        if (!(text instanceof String whole) || !(parts instanceof ListValue list)) {
            return 0;
        }
        String searched = whole.toLowerCase(Locale.ROOT);
        return Arrays.stream(list.toArray()).anyMatch(part -> occurs(run, searched, part)) ? 1 : 0;
    }

    private static boolean occurs(Run run, String searched, Object part) {
        run.work(searched.length() >> 2);
        return part instanceof String wanted && searched.contains(wanted.toLowerCase(Locale.ROOT));
    }

    private static boolean like(Run run, Object[] a, boolean ignoreCase) {
        String text = TextMatch.likeOperand(a[0]);
        return Patterns.like(TextMatch.likeOperand(a[1]), ignoreCase).matches(run, text);
    }
}
