package dev.sightline.signals.report;

import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Whether the pull request of a report was merged while the report could not be resolved, being researched again. */
@ApplicationScoped
public class Merges {

    private static final String SINCE = """
            select exists (
                select from report_artefact a
                join task_run t on t.project_id = a.project_id and t.task_id::text = a.content ->> 'task_id'
                where a.project_id = $1 and a.report_id = $2 and a.type = 'task_run' and t.status = 'completed'
                  and t.pr_state = 'merged' and t.pr_url <> '' and t.updated_at > $3) as merged""";

    /** By a run of one of its tasks that was recorded after an instant. */
    public Uni<Boolean> since(SqlClient tx, int projectId, UUID reportId, Instant instant) {
        return tx.preparedQuery(SINCE)
                .execute(Tuple.of(projectId, reportId, Rows.parameter(instant)))
                .map(rows -> Rows.first(rows, row -> row.getBoolean("merged")).orElse(false));
    }
}
