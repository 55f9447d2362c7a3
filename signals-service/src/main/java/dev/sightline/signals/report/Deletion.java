package dev.sightline.signals.report;

import dev.sightline.signals.report.ReportChanges.Edit;
import dev.sightline.signals.report.ReportState.Deletable;
import dev.sightline.signals.signal.SignalStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Deletes a report and its signals for every reader (spec/signals.md 4.6). */
@ApplicationScoped
class Deletion {

    private final Pool pool;
    private final SignalStore signals;
    private final ReportChanges changes;

    Deletion(Pool pool, SignalStore signals, ReportChanges changes) {
        this.pool = pool;
        this.signals = signals;
        this.changes = changes;
    }

    /** The signals go first: whoever groups holds the project's lane before a report, and so does this. */
    Uni<Void> delete(Hand hand, UUID id) {
        return pool.withTransaction(tx -> signals.deleteOfReport(tx, hand.projectId(), id)
                        .flatMap(deleted -> changes.edit(tx, hand, id, Deletion::deleted)))
                .replaceWithVoid();
    }

    private static Edit deleted(StoredReport report) {
        ReportState gone =
                report.state().as(Deletable.class, ReportStatus.DELETED).delete();
        return new Edit(report.with(gone).from(List.of()), "status_changed", List.of());
    }
}
