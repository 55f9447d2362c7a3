package dev.sightline.signals.report.state;

import java.time.Instant;

/**
 * What a report is besides its status.
 *
 * @param promotedAt when it was last chosen for a run, null while it is not
 * @param lastRunAt when its last run started, null before the first
 */
public record ReportFacts(Tally tally, Wording wording, Instant promotedAt, Instant lastRunAt) {

    /** The facts of a report that opens with one signal. */
    public static ReportFacts first(double weight, Wording wording) {
        return new ReportFacts(Tally.first(weight), wording, null, null);
    }

    /** One more signal, and a new title unless that is null. */
    public ReportFacts plus(double weight, String title) {
        return new ReportFacts(tally.plus(weight), wording.retitled(title), promotedAt, lastRunAt);
    }

    ReportFacts promoted(Instant now) {
        return new ReportFacts(tally, wording, now, lastRunAt);
    }

    ReportFacts unpromoted() {
        return promoted(null);
    }

    ReportFacts running(int increment, Instant now) {
        return new ReportFacts(tally.run(increment), wording, promotedAt, now);
    }

    /** The same facts in other words. */
    public ReportFacts with(Wording newWording) {
        return new ReportFacts(tally, newWording, promotedAt, lastRunAt);
    }

    ReportFacts with(Tally newTally) {
        return new ReportFacts(newTally, wording, promotedAt, lastRunAt);
    }
}
