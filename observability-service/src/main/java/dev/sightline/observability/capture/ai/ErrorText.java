package dev.sightline.observability.capture.ai;

import java.util.List;
import java.util.regex.Pattern;

/** An error message without what differs each time it happens: ids, times, addresses and numbers. */
final class ErrorText {

    private static final int LONGEST = 1000;

    /** Longer texts are cut before they are searched, so that no message costs more than a few page-widths of work. */
    private static final int MOST_READ = 4 * LONGEST;

    /** In this order: what names a thing precisely comes before what would match inside it. */
    private static final List<Rule> RULES = List.of(
            rule("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:?\\d\\d)?", "<TIMESTAMP>"),
            rule("(?i)\\b\\p{XDigit}{8}-(\\p{XDigit}{4}-){3}\\p{XDigit}{12}\\b", "<ID>"),
            rule("\\bprojects/[^\\s\"',]+", "projects/<PATH>"),
            rule("(\"responseId\"\\s*:\\s*)\"[^\"]*\"", "$1\"<RESPONSE_ID>\""),
            rule("(\\btool_call_id=)(['\"])[^'\"]*\\2", "$1$2<TOOL_CALL_ID>$2"),
            rule("\\btoolu_\\w+", "<TOOL_ID>"),
            rule("\\bcall_(?=\\w*\\d)\\w{8,}", "call_<CALL_ID>"),
            rule("\\buser_(?=\\w*\\d)\\w{8,}", "user_<USER_ID>"),
            rule("\\breq_\\w+", "<ID>"),
            rule("\\b0x\\p{XDigit}+", "<OBJECT_ID>"),
            rule("(\"id\"\\s*:\\s*)\"[^\"]*\"", "$1\"<ID>\""),
            rule("(\\bid=)(['\"])[^'\"]*\\2", "$1$2<ID>$2"),
            rule("(\"tokenCount\"\\s*:\\s*)\\d+", "$1<TOKEN_COUNT>"),
            rule("\\b\\d{9,}\\b", "<ID>"),
            rule("(?<![\\w.<-])\\d+(\\.\\d+)?\\b", "<N>"),
            rule("\\s+", " "));

    private record Rule(Pattern pattern, String replacement) {}

    private ErrorText() {}

    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern), replacement);
    }

    /** At most a thousand characters and the mark of a cut; empty for a blank text. */
    static String normalized(String error) {
        String text = error.length() > MOST_READ ? error.substring(0, MOST_READ) : error;
        for (Rule rule : RULES) {
            text = rule.pattern().matcher(text).replaceAll(rule.replacement());
        }
        String trimmed = text.strip();
        return trimmed.length() > LONGEST ? trimmed.substring(0, LONGEST) + "..." : trimmed;
    }
}
