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

    /** A task that is known is written as it is, because then its row is seen even if it came this very moment. */
    private static final String REGISTER = """
            insert into task (id, project_id, registered_at) values ($2, $1, now())
            on conflict (id) do update set id = excluded.id
            returning project_id""";

    /** Registers a task that is new; whether it is the project's. */
    public Uni<Boolean> belongs(SqlClient client, int projectId, UUID taskId) {
        return client.preparedQuery(REGISTER)
                .execute(Tuple.of(projectId, taskId))
                .map(rows -> Rows.first(rows, row -> row.getInteger("project_id")))
                .map(owner -> owner.orElseThrow() == projectId);
    }
}
