package dev.sightline.signals.report;

import dev.sightline.signals.report.state.ReportState;
import dev.sightline.signals.report.state.ReportStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A report as it is stored.
 *
 * @param successorId the report that takes further signals in its place; null while it has none
 * @param alreadyFixed whether its newest dismissal says that the cause is gone
 * @param sourceProducts of its live signals, sorted
 */
public record StoredReport(
        UUID id,
        ReportState state,
        Instant createdAt,
        UUID successorId,
        boolean alreadyFixed,
        List<String> sourceProducts) {

    /** The same report in another state. */
    public StoredReport with(ReportState other) {
        return new StoredReport(id, other, createdAt, successorId, alreadyFixed, sourceProducts);
    }

    /** The same report, followed by another one. */
    public StoredReport succeededBy(UUID successor) {
        return new StoredReport(id, state, createdAt, successor, alreadyFixed, sourceProducts);
    }

    /** The same report with signals of these products. */
    public StoredReport from(List<String> products) {
        return new StoredReport(id, state, createdAt, successorId, alreadyFixed, products);
    }

    /** Whether a signal that matches it belongs to a report of its own. */
    public boolean settled() {
        return state.status() == ReportStatus.RESOLVED || state.status() == ReportStatus.SUPPRESSED && alreadyFixed;
    }
}
