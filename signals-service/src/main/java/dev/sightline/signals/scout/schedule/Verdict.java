package dev.sightline.signals.scout.schedule;

import dev.sightline.signals.scout.detector.Clue;
import dev.sightline.signals.scout.run.Emitted;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is said of a run that computed: what became of its clues, then the clues themselves.
 *
 * @param emits what each emit answered
 * @param cutOff clues over the limit of a run
 */
record Verdict(List<Clue> clues, List<Emitted> emits, int cutOff) {

    private static final int LINES = 20;

    /** @param current whether the history was up to date */
    String text(boolean current) {
        String verdict = clues.isEmpty()
                ? "Nothing unusual."
                : clues.size() + " unusual: " + String.join(", ", outcomes()) + ".";
        return verdict
                + (current ? "" : " The history is out of date and was left aside.")
                + " Computed by detectors, without a model."
                + clues.stream().limit(LINES).map(Verdict::line).collect(Collectors.joining());
    }

    private List<String> outcomes() {
        int certain = (int) clues.stream().filter(Clue::certain).count();
        List<String> outcomes = new ArrayList<>();
        outcomes.add(emits.stream().filter(Emitted::emitted).count() + " emitted");
        add(outcomes, certain - emits.size() - cutOff, "told before or silenced");
        add(outcomes, clues.size() - certain, "not sure enough and noted");
        add(outcomes, cutOff, "over the limit of a run");
        emits.stream()
                .filter(emit -> !emit.emitted())
                .collect(Collectors.groupingBy(Emitted::skippedReason, TreeMap::new, Collectors.summingInt(one -> 1)))
                .forEach((reason, count) -> add(outcomes, count, "held back (" + reason + ")"));
        return outcomes;
    }

    private static void add(List<String> outcomes, int count, String what) {
        if (count > 0) {
            outcomes.add(count + " " + what);
        }
    }

    private static String line(Clue clue) {
        String why = clue.text().hypothesis();
        return "\n- " + clue.text().description() + (why == null ? "" : " " + why);
    }
}
