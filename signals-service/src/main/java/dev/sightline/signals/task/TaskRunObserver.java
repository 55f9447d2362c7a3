package dev.sightline.signals.task;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

/** Wants to know of every run of a task that is recorded. */
public interface TaskRunObserver {

    /** Called in the transaction that records the run. */
    Uni<Void> recorded(SqlClient tx, int projectId, TaskRun run);
}
