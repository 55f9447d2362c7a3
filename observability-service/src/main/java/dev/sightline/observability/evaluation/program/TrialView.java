package dev.sightline.observability.evaluation.program;

import java.util.List;

/** What a program made of the events, or why there were none. */
record TrialView(List<TrialResult> results, String message) {

    static TrialView of(List<TrialResult> results, SampleSearch search) {
        return new TrialView(results, results.isEmpty() ? nothing(search) : null);
    }

    private static String nothing(SampleSearch search) {
        return search.isOver()
                ? "No AI events that match were found in the last 7 days."
                : "No AI events that match were found among the newest %d of the last 7 days.".formatted(search.seen());
    }
}
