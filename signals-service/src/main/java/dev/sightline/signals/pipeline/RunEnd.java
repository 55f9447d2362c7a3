package dev.sightline.signals.pipeline;

import dev.sightline.signals.pipeline.Judgement.Presentation;
import dev.sightline.signals.report.state.Gathering;
import dev.sightline.signals.report.state.InProgress;
import dev.sightline.signals.report.state.Ready;
import dev.sightline.signals.report.state.ReportState;
import dev.sightline.signals.report.state.Wording;
import java.time.Instant;

/** How a run ends (spec/signals.md 2.8, step 6). */
public final class RunEnd {

    private RunEnd() {}

    /**
     * The state that a judgement calls for; candidate again if signals came meanwhile.
     *
     * @param running the report as it is now, not as it was when the run began
     * @param processed how many signals the run saw
     */
    public static ReportState of(InProgress running, Judgement judgement, int processed, Instant now) {
        Presentation shown = judgement.presentation();
        String why = judgement.actionability().explanation();
        return switch (judgement.actionability().choice()) {
            case NOT_ACTIONABLE -> running.gather(Gathering.notActionable(why));
            case REQUIRES_HUMAN_INPUT -> running.ask(new Wording(shown.title(), shown.summary(), why));
            case IMMEDIATELY_ACTIONABLE -> ready(running.ready(shown.title(), shown.summary()), processed, now);
        };
    }

    private static ReportState ready(Ready ready, int processed, Instant now) {
        return processed < ready.facts().tally().signalCount() ? PromotionRule.DEFAULT.apply(ready, now) : ready;
    }
}
