package dev.sightline.vision.analysis.timeline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of events and pages that say a goal was reached. */
final class CompletionSigns {

    private static final Set<String> REACHED = Set.of(
            "completed",
            "complete",
            "purchased",
            "purchase",
            "paid",
            "placed",
            "succeeded",
            "success",
            "successful",
            "subscribed",
            "confirmed",
            "submitted",
            "converted",
            "activated",
            "booked",
            "finished",
            "registered");
    private static final Set<String> NOT = Set.of(
            "not",
            "failed",
            "failure",
            "error",
            "started",
            "start",
            "begin",
            "abandoned",
            "cancelled",
            "canceled",
            "declined",
            "viewed",
            "clicked",
            "incomplete",
            "un",
            "attempted",
            "attempt",
            "button");
    private static final List<String> PHRASES = List.of("signed up", "sign up done", "checked out");
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]+");
    private static final Set<String> PAGES = Set.of(
            "confirmation",
            "confirmed",
            "thank-you",
            "thanks",
            "thankyou",
            "success",
            "order-complete",
            "receipt",
            "welcome",
            "completed");

    private CompletionSigns() {}

    static boolean inEvent(String name) {
        String spaced = CAMEL.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
        List<String> words = Arrays.asList(SEPARATORS.split(spaced));
        boolean reached = words.stream().anyMatch(REACHED::contains)
                || PHRASES.stream().anyMatch(SEPARATORS.matcher(spaced).replaceAll(" ")::contains);
        return reached && words.stream().noneMatch(NOT::contains);
    }

    static boolean inPage(String path) {
        return Arrays.stream(path.toLowerCase(Locale.ROOT).split("/")).anyMatch(PAGES::contains);
    }
}
