package dev.sightline.signals.report.state;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The status of a report as the API and the database spell it (spec/signals.md 3.1). */
public enum ReportStatus {
    /** Gathering signals. */
    POTENTIAL,
    /** Chosen for a run. */
    CANDIDATE,
    /** Being researched. */
    IN_PROGRESS,
    /** Waits for a person's decision. */
    PENDING_INPUT,
    /** Actionable. */
    READY,
    /** Its fix was merged, or a person said so. */
    RESOLVED,
    /** The run failed or the signals were unsafe. */
    FAILED,
    /** Dismissed. */
    SUPPRESSED,
    /** Gone for every reader. */
    DELETED;

    /** The spelling of the API. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status spelt so; empty if there is none. */
    public static Optional<ReportStatus> of(String text) {
        return Arrays.stream(values())
                .filter(status -> status.text().equals(text))
                .findFirst();
    }
}
