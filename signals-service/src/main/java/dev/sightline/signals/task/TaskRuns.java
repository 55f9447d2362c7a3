package dev.sightline.signals.task;

import dev.sightline.json.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Records runs of tasks, however they arrive; what is sent again replaces what was sent before. */
@ApplicationScoped
class TaskRuns {

    private static final String RECORD = """
            insert into task_run (project_id, task_id, run_id, status, pr_url, pr_state, output, created_at, updated_at)
            values ($1, $2, $3, $4, $5, $6, $7::text::jsonb, now(), clock_timestamp())
            on conflict (project_id, task_id, run_id) do update set
                status = excluded.status,
                pr_url = coalesce(excluded.pr_url, task_run.pr_url),
                pr_state = coalesce(excluded.pr_state, task_run.pr_state),
                output = coalesce(excluded.output, task_run.output),
                updated_at = excluded.updated_at""";

    private final Pool pool;
    private final TaskRegistry registry;
    private final TaskRunObserver observer;

    TaskRuns(Pool pool, TaskRegistry registry, TaskRunObserver observer) {
        this.pool = pool;
        this.registry = registry;
        this.observer = observer;
    }

    /** Whether the run was recorded; it is not if the task is another project's. */
    Uni<Boolean> record(int projectId, TaskRun run) {
        return pool.withTransaction(tx -> registry.belongs(tx, projectId, run.taskId())
                .call(ours ->
                        ours ? record(tx, projectId, run) : Uni.createFrom().voidItem()));
    }

    private Uni<Void> record(SqlClient tx, int projectId, TaskRun run) {
        return tx.preparedQuery(RECORD)
                .execute(Tuple.of(projectId, run.taskId(), run.runId(), run.status(), run.prUrl(), run.prState())
                        .addString(run.output() == null ? null : Json.write(run.output())))
                .flatMap(recorded -> observer.recorded(tx, projectId, run));
    }
}
