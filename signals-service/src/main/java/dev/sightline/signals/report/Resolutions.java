package dev.sightline.signals.report;

import dev.sightline.signals.artefact.ArtefactStore;
import dev.sightline.signals.report.ReportStore.Change;
import dev.sightline.signals.report.state.Resolvable;
import dev.sightline.signals.task.TaskRun;
import dev.sightline.signals.task.TaskRunObserver;
import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the runs of tasks mean for the reports they work on: the pull request is shown, and when it is merged the report is
 * resolved, from any status in which it can be (DECISIONS 49).
 */
@ApplicationScoped
class Resolutions implements TaskRunObserver {

    private static final String OF_TASK = """
            select distinct report_id from report_artefact
            where project_id = $1 and type = 'task_run' and content ->> 'task_id' = $2""";

    private final ReportStore reports;
    private final ArtefactStore artefacts;

    Resolutions(ReportStore reports, ArtefactStore artefacts) {
        this.reports = reports;
        this.artefacts = artefacts;
    }

    @Override
    public Uni<Void> recorded(SqlClient tx, int projectId, TaskRun run) {
        return tx.preparedQuery(OF_TASK)
                .execute(Tuple.of(projectId, run.taskId().toString()))
                .map(rows -> Rows.list(rows, row -> row.getUUID("report_id")))
                .flatMap(ids -> ids.isEmpty() ? Uni.createFrom().voidItem() : update(tx, projectId, ids, run));
    }

    private Uni<Void> update(SqlClient tx, int projectId, List<UUID> ids, TaskRun run) {
        return reports.lock(tx, projectId, ids)
                .flatMap(locked -> reports.save(tx, projectId, run.merged() ? resolved(locked, ids) : List.of()))
                .flatMap(saved -> artefacts.refresh(tx, projectId, ids));
    }

    private static List<Change> resolved(Map<UUID, StoredReport> locked, List<UUID> ids) {
        return ids.stream()
                .map(locked::get)
                .filter(report -> report != null && report.state() instanceof Resolvable)
                .map(report -> report.with(((Resolvable) report.state()).resolve()))
                .map(report -> new Change(report, "status_changed"))
                .toList();
    }
}
