package dev.sightline.vision.analysis.timeline;

import java.util.regex.Pattern;

/** Errors as they are told: the same defect reads the same whoever reported it. */
final class ErrorTexts {

    private static final Pattern PREFIX = Pattern.compile(
            "^(?:Uncaught (?:\\(in promise\\) )?|Unhandled promise rejection:? |Error: (?=\\w+Error\\b))+");
    private static final int MAX = 1_000;

    private ErrorTexts() {}

    /** The arguments of a console line without the quotes the recorder puts around each. */
    static String ofConsole(String text) {
        String bounded = Texts.clean(text, MAX);
        return plain(bounded.replace("\\\"", "'").replace("\"", ""));
    }

    static String ofException(String type, String value) {
        return plain(type.isEmpty() || value.startsWith(type) ? value : type + (value.isEmpty() ? "" : ": " + value));
    }

    private static String plain(String text) {
        return PREFIX.matcher(Texts.clean(text, Moment.MAX_TEXT)).replaceFirst("");
    }
}
