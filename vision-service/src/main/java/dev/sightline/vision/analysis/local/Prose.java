package dev.sightline.vision.analysis.local;

import dev.sightline.vision.analysis.Citations;
import dev.sightline.vision.analysis.timeline.Moment;
import java.util.List;
import java.util.stream.Collectors;

/** Moments told in sentences, each with its mark. */
final class Prose {

    /** Stands in every result, so that nobody takes rules for a model's judgement. */
    static final String SIGNATURE = "Judged by local rules, without a language model.";

    private static final int MAX_TOLD = 5;

    private Prose() {}

    /** The moments as a list, the first five with their marks. */
    static String list(List<Moment> moments) {
        String told = moments.stream().limit(MAX_TOLD).map(Prose::cited).collect(Collectors.joining("; "));
        int more = moments.size() - MAX_TOLD;
        return more > 0 ? told + "; and " + more + " more" : told;
    }

    static String cited(Moment moment) {
        return told(moment) + " " + Citations.mark(moment.atMs());
    }

    /** What happened, the visitor being the subject where there is one. */
    static String told(Moment moment) {
        String text = words(moment.text());
        return switch (moment.kind()) {
            case PAGE -> "came to " + path(moment);
            case CLICK -> "clicked " + element(moment) + on(moment);
            case RAGE_CLICK -> "clicked " + element(moment) + on(moment) + " in a rage, " + text;
            case DEAD_CLICK -> "got no answer from " + element(moment) + on(moment) + after(text, ", ");
            case INPUT -> text + " in " + element(moment) + on(moment);
            case SUBMIT -> "sent " + (moment.where().element().isNone() ? "a form" : element(moment)) + on(moment);
            case FORM_ABANDONED -> "left " + element(moment) + on(moment) + " unsent";
            case CONSOLE_WARNING -> "met the warning \"" + text + "\"";
            case JS_ERROR -> "met the error \"" + text + "\"" + on(moment);
            case ERROR_AFTER_CLICK -> "met \"" + text + "\" after clicking " + element(moment) + on(moment);
            case FAILED_REQUEST -> "had a request fail (" + text + ")" + on(moment);
            case FAILED_REQUEST_AFTER_CLICK ->
                "had a request fail (" + text + ") after clicking " + element(moment) + on(moment);
            case SLOW_REQUEST -> "waited for a slow request (" + text + ")" + on(moment);
            case BACK_AND_FORTH -> "went to and fro " + text;
            case SCROLL -> "scrolled " + text;
            case IDLE -> "did nothing for " + moment.time().lengthMs() / 1000 + " s";
            case HIDDEN -> "looked away from the window";
            case VISIBLE -> "came back to the window";
            case OFFLINE -> "lost the connection";
            case ONLINE -> "got the connection back";
            case COMPLETED -> "reached a goal (" + text + ")";
            case EVENT -> "caused the event \"" + text + "\"";
        };
    }

    /** For example {@code 1 page}, {@code 2 pages}. */
    static String count(long number, String of) {
        return number + " " + of + (number == 1 ? "" : "s");
    }

    /** Session words without anything that reads as a mark. */
    static String words(String text) {
        return Citations.strip(text);
    }

    private static String after(String text, String before) {
        return text.isEmpty() ? "" : before + text;
    }

    private static String element(Moment moment) {
        return moment.where().element().isNone()
                ? "something"
                : words(moment.where().element().describe());
    }

    private static String on(Moment moment) {
        return moment.where().url().isEmpty() ? "" : " on " + path(moment);
    }

    private static String path(Moment moment) {
        return words(moment.where().path());
    }
}
