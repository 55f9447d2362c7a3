package dev.sightline.signals.report;

import dev.sightline.activity.Activity;
import dev.sightline.activity.ActivityLog;
import dev.sightline.api.ApiException;
import dev.sightline.signals.artefact.ArtefactStore;
import dev.sightline.signals.artefact.NewArtefact;
import dev.sightline.signals.report.ReportRequests.ChangeState;
import dev.sightline.signals.report.ReportStore.Change;
import dev.sightline.signals.report.state.IllegalTransition;
import dev.sightline.signals.report.state.IncompleteTransition;
import dev.sightline.signals.report.state.ReportState;
import dev.sightline.signals.report.state.ReportStatus;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Changes that people make to reports. A report that is deleted cannot be changed: it is a 404. */
@ApplicationScoped
class ReportChanges {

    private final Pool pool;
    private final ReportStore reports;
    private final ArtefactStore artefacts;
    private final ActivityLog log;

    ReportChanges(Pool pool, ReportStore reports, ArtefactStore artefacts, ActivityLog log) {
        this.pool = pool;
        this.reports = reports;
        this.artefacts = artefacts;
        this.log = log;
    }

    /** A report as it shall be, with what is to be written beside it. */
    record Edit(StoredReport report, String what, List<NewArtefact> artefacts) {}

    /**
     * Brings a report into another state; the status it then has.
     *
     * <p>Fails with {@link IllegalTransition} if it cannot go there, {@link IncompleteTransition} if something is missing.
     */
    Uni<ReportStatus> state(Hand hand, UUID id, ChangeState change) {
        return edit(
                        hand,
                        id,
                        report -> new Edit(
                                report.with(change.wanted().of(report.state())),
                                "status_changed",
                                Dismissal.of(id, change, hand.person(), hand.author())))
                .map(report -> report.state().status());
    }

    /** Changes a report that is locked meanwhile; the report as it is then. */
    Uni<StoredReport> edit(Hand hand, UUID id, Function<StoredReport, Edit> change) {
        return pool.withTransaction(tx -> edit(tx, hand, id, change));
    }

    /** The same in a transaction that does more. */
    Uni<StoredReport> edit(SqlClient tx, Hand hand, UUID id, Function<StoredReport, Edit> change) {
        return reports.lock(tx, hand.projectId(), List.of(id))
                .map(locked -> change.apply(existing(locked, id)))
                .call(edit -> reports.save(tx, hand.projectId(), List.of(new Change(edit.report(), edit.what()))))
                .call(edit -> artefacts.append(tx, hand.projectId(), edit.artefacts()))
                .call(edit -> log.append(tx, activity(hand, edit), hand.actor()))
                .map(Edit::report);
    }

    private static StoredReport existing(Map<UUID, StoredReport> locked, UUID id) {
        StoredReport report = locked.get(id);
        if (report == null || report.state().status() == ReportStatus.DELETED) {
            throw ApiException.notFound();
        }
        return report;
    }

    private static Activity activity(Hand hand, Edit edit) {
        ReportState state = edit.report().state();
        return new Activity(
                hand.projectId(),
                "SignalReport",
                edit.report().id(),
                state.facts().wording().title(),
                state.status() == ReportStatus.DELETED ? "deleted" : "updated",
                Map.of("change", edit.what(), "status", state.status().text()));
    }
}
