package dev.sightline.signals.task;

import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Which task belongs to which project: the one that named it first (DECISIONS 8). */
@ApplicationScoped
public class TaskRegistry {

    private static final String REGISTER = """
            with registered as (
                insert into task (id, project_id, registered_at) values ($2, $1, now())
                on conflict do nothing
                returning project_id
            )
            select project_id from registered union all select project_id from task where id = $2""";

    /** Registers a task that is new; whether it is the project's. */
    public Uni<Boolean> belongs(SqlClient client, int projectId, UUID taskId) {
        return client.preparedQuery(REGISTER)
                .execute(Tuple.of(projectId, taskId))
                .map(rows -> Rows.first(rows, row -> row.getInteger("project_id")))
                .map(owner -> owner.orElseThrow() == projectId);
    }
}
