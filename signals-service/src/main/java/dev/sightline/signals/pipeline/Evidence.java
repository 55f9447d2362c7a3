package dev.sightline.signals.pipeline;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a run has to judge by.
 *
 * @param title the report's title so far
 * @param signals its live signals, oldest first, at least one
 */
public record Evidence(String title, List<Signal> signals) {

    private static final int SHOWN = 50;
    private static final int MAX_TEXT = 1_500;

    public Evidence {
        if (signals.isEmpty()) {
            throw new IllegalArgumentException("A report without live signals cannot be judged");
        }
    }

    /** The newest signals as a model is shown them. */
    String material() {
        List<Signal> newest = signals.subList(Math.max(0, signals.size() - SHOWN), signals.size());
        return "Report: " + title + "\nSignals: " + signals.size() + "\n"
                + newest.stream().map(Evidence::shown).collect(Collectors.joining("\n"));
    }

    private static String shown(Signal signal) {
        return "- " + signal.at() + " " + signal.source() + " weight " + signal.weight() + ": "
                + Titles.cut(signal.description(), MAX_TEXT);
    }
}
