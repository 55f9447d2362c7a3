package dev.sightline.signals.pipeline;

import dev.sightline.signals.pipeline.Assignment.Joins;
import dev.sightline.signals.pipeline.Assignment.MeetsDeleted;
import dev.sightline.signals.pipeline.Assignment.Opens;
import dev.sightline.signals.pipeline.MatchDecision.Existing;
import dev.sightline.signals.pipeline.MatchDecision.Opening;
import dev.sightline.signals.report.state.Deleted;
import dev.sightline.signals.report.state.Potential;
import dev.sightline.signals.report.state.ReportFacts;
import dev.sightline.signals.report.state.ReportState;
import dev.sightline.signals.report.state.Wording;
import java.time.Instant;

/** Decides what a matched signal does to its report (spec/signals.md 2.7). */
public final class Assign {

    /**
     * The matched report as the transaction found it.
     *
     * @param settled whether what matches it is a recurrence: such a report stays as it is and a related one opens
     */
    public record Target(ReportState state, boolean settled) {}

    private final PromotionRule rule;

    public Assign(PromotionRule rule) {
        this.rule = rule;
    }

    /** A signal that opens a report. */
    public Opens open(Opening opening, double weight, Instant now) {
        return opens(Wording.of(opening.title(), opening.summary()), weight, now);
    }

    /** A signal that joins a report. */
    public Assignment join(Target target, Matched matched, double weight, Instant now) {
        if (!(matched.decision() instanceof Existing)) {
            throw new IllegalArgumentException("Only a signal that matched a report can join it");
        }
        if (target.state() instanceof Deleted) {
            return new MeetsDeleted();
        }
        return target.settled() ? recurs(target, weight, now) : grows(target, matched.newTitle(), weight, now);
    }

    private Opens recurs(Target target, double weight, Instant now) {
        Wording wording = target.state().facts().wording();
        return opens(Wording.of(wording.title(), wording.summary()), weight, now);
    }

    private Opens opens(Wording wording, double weight, Instant now) {
        return new Opens(rule.apply(new Potential(ReportFacts.first(weight, wording)), now));
    }

    private Joins grows(Target target, String newTitle, double weight, Instant now) {
        ReportState grown = target.state().with(target.state().facts().plus(weight, newTitle));
        return new Joins(rule.apply(grown, now));
    }
}
