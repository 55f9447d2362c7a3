package dev.sightline.signals.pipeline;

import dev.sightline.signals.pipeline.Judgement.Presentation;
import dev.sightline.signals.report.Gathering;
import dev.sightline.signals.report.ReportState;
import dev.sightline.signals.report.ReportState.InProgress;
import dev.sightline.signals.report.ReportState.Ready;
import dev.sightline.signals.report.Wording;
import java.time.Instant;

/**
 * How a run ends (spec/signals.md 2.8, step 6).
 *
 * @param report the state to store
 * @param again whether signals came meanwhile, so that the report is a candidate again and must be run once more
 */
public record RunEnd(ReportState report, boolean again) {

    /**
     * The end that a judgement calls for.
     *
     * @param running the report as it is now, not as it was when the run began
     * @param processed how many signals the run saw
     */
    public static RunEnd of(InProgress running, Judgement judgement, int processed, Instant now) {
        Presentation shown = judgement.presentation();
        String why = judgement.actionability().explanation();
        return switch (judgement.actionability().choice()) {
            case NOT_ACTIONABLE -> new RunEnd(running.gather(Gathering.notActionable(why)), false);
            case REQUIRES_HUMAN_INPUT ->
                new RunEnd(running.ask(new Wording(shown.title(), shown.summary(), why)), false);
            case IMMEDIATELY_ACTIONABLE -> ready(running.ready(shown.title(), shown.summary()), processed, now);
        };
    }

    private static RunEnd ready(Ready ready, int processed, Instant now) {
        int signals = ready.facts().tally().signalCount();
        boolean again = processed < signals && PromotionRule.DEFAULT.promotes(ready);
        return new RunEnd(again ? ready.promote(now) : ready, again);
    }
}
