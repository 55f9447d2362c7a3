package dev.sightline.signals.report;

import dev.sightline.signals.report.ReportChanges.Edit;
import dev.sightline.signals.report.ReportRequests.Reword;
import dev.sightline.signals.report.state.Deletable;
import dev.sightline.signals.report.state.ReportState;
import dev.sightline.signals.report.state.ReportStatus;
import dev.sightline.signals.signal.SignalStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Gives reports other words, and deletes them with their signals for every reader (spec/signals.md 4.6). */
@ApplicationScoped
class ReportEdits {

    private final Pool pool;
    private final SignalStore signals;
    private final ReportChanges changes;

    ReportEdits(Pool pool, SignalStore signals, ReportChanges changes) {
        this.pool = pool;
        this.signals = signals;
        this.changes = changes;
    }

    Uni<Void> reword(Hand hand, UUID id, Reword body) {
        return changes.edit(hand, id, report -> Rewording.of(report, body, hand.author()))
                .replaceWithVoid();
    }

    /** The signals go first: whoever groups holds the project's lane before a report, and so does this. */
    Uni<Void> delete(Hand hand, UUID id) {
        return pool.withTransaction(tx -> signals.deleteOfReport(tx, hand.projectId(), id)
                        .flatMap(deleted -> changes.edit(tx, hand, id, ReportEdits::deleted)))
                .replaceWithVoid();
    }

    private static Edit deleted(StoredReport report) {
        ReportState gone =
                report.state().as(Deletable.class, ReportStatus.DELETED).delete();
        return new Edit(report.with(gone).from(List.of()), "status_changed", List.of());
    }
}
