package dev.sightline.signals.pipeline;

import dev.sightline.signals.report.state.Potential;
import dev.sightline.signals.report.state.Promotable;
import dev.sightline.signals.report.state.Ready;
import dev.sightline.signals.report.state.ReportState;
import dev.sightline.signals.report.state.Tally;
import java.time.Instant;

/**
 * When a report that gained a signal is (again) chosen for a run (spec/signals.md 2.7).
 *
 * @param weight that a potential report must gather
 * @param maxSignals up to which a ready report is researched again for each new signal
 */
public record PromotionRule(double weight, int maxSignals) {

    public static final PromotionRule DEFAULT = new PromotionRule(1.0, 10);

    /** Sums of weights such as ten times 0.1 miss the threshold by rounding alone. */
    private static final double ROUNDING = 1e-9;

    private boolean promotes(ReportState report) {
        Tally tally = report.facts().tally();
        if (report instanceof Potential) {
            return tally.totalWeight() >= weight - ROUNDING && tally.signalCount() >= tally.signalsAtRun();
        }
        return report instanceof Ready && tally.signalCount() <= maxSignals;
    }

    /** The report after the rule was applied; other states than potential and ready stay as they are. */
    public ReportState apply(ReportState report, Instant now) {
        return promotes(report) && report instanceof Promotable promotable ? promotable.promote(now) : report;
    }
}
