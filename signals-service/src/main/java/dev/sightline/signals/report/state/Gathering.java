package dev.sightline.signals.report.state;

/**
 * How a report goes back to gathering.
 *
 * @param snoozeFor signals it must gain before it may be promoted again; null leaves the threshold as it is
 * @param resetWeight whether the gathered weight is forgotten
 * @param error why, null to leave the recorded one
 */
public record Gathering(Integer snoozeFor, boolean resetWeight, String error) {

    /** A person put it back, or to sleep for some signals if not null. */
    public static Gathering snoozed(Integer snoozeFor) {
        return new Gathering(snoozeFor, false, null);
    }

    /** A run found nothing to act on. */
    public static Gathering notActionable(String reason) {
        return new Gathering(null, true, reason);
    }

    ReportFacts apply(ReportFacts facts) {
        Tally tally = snoozeFor == null ? facts.tally() : facts.tally().snoozed(snoozeFor);
        Wording wording = error == null ? facts.wording() : facts.wording().error(error);
        return facts.unpromoted().with(resetWeight ? tally.weightless() : tally).with(wording);
    }
}
