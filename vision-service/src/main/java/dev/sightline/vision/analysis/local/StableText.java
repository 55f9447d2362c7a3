package dev.sightline.vision.analysis.local;

import dev.sightline.vision.analysis.timeline.Moment;
import java.util.regex.Pattern;

/** Words of a session without what changes from one session to the next. */
final class StableText {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/'\")]+(/[^\\s?#'\")]*)?[^\\s'\")]*");
    private static final Pattern IDENTIFIER =
            Pattern.compile("\\b(?:[0-9a-fA-F]{8}-[0-9a-fA-F-]{20,}|(?=[a-zA-Z]*\\d)[0-9a-fA-F]{8,}|\\d{4,})\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

    private StableText() {}

    /** Addresses without host and query, identifiers and long numbers as {@code #}. */
    static String of(String text) {
        String local = ADDRESS.matcher(text).replaceAll("$1");
        return Prose.words(IDENTIFIER.matcher(local).replaceAll("#"));
    }

    /** For example {@code POST /api/checkout answers 500}. */
    static String request(String text) {
        return of(text).replace(" answered ", " answers ").replace(" got no answer", " gets no answer");
    }

    /** The element's name with every number as {@code #}: counters and prices differ between sessions. */
    static String element(Moment moment) {
        return moment.where().element().isNone()
                ? "something"
                : NUMBER.matcher(Prose.words(moment.where().element().describe()))
                        .replaceAll("#");
    }

    static String on(Moment moment) {
        return moment.where().url().isEmpty()
                ? ""
                : " on " + Prose.words(moment.where().path());
    }
}
