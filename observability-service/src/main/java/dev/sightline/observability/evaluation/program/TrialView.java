package dev.sightline.observability.evaluation.program;

import java.util.List;

/** What a program made of the events, or why there were none. */
record TrialView(List<TrialResult> results, String message) {

    static TrialView of(List<TrialResult> results) {
        return new TrialView(
                results, results.isEmpty() ? "No AI events that match were found in the last 7 days." : null);
    }
}
