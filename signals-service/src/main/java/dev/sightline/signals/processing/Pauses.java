package dev.sightline.signals.processing;

import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Until when the grouping of a project rests. Signals that arrive meanwhile wait; runs of reports go on. */
@ApplicationScoped
class Pauses {

    private static final String READ = "select paused_until from lane where project_id = $1 and paused_until > now()";

    private static final String PAUSE = """
            insert into lane (project_id, paused_until) values ($1, $2)
            on conflict (project_id) do update set paused_until = excluded.paused_until""";

    private static final String RESUME = """
            update lane l set paused_until = null
            from (select project_id, paused_until > now() as paused from lane where project_id = $1 for update) was
            where l.project_id = was.project_id
            returning coalesce(was.paused, false) as was_paused""";

    private final Pool pool;

    Pauses(Pool pool) {
        this.pool = pool;
    }

    /** The end of the pause, empty while grouping goes on. */
    Uni<Optional<Instant>> find(int projectId) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(projectId))
                .map(rows -> Rows.first(rows, row -> Rows.instant(row, "paused_until")));
    }

    Uni<Void> pause(int projectId, Instant until) {
        return pool.preparedQuery(PAUSE)
                .execute(Tuple.of(projectId, Rows.parameter(until)))
                .replaceWithVoid();
    }

    /** Whether there was a pause to end. */
    Uni<Boolean> resume(int projectId) {
        return pool.preparedQuery(RESUME).execute(Tuple.of(projectId)).map(rows -> Rows.first(
                        rows, row -> row.getBoolean("was_paused"))
                .orElse(false));
    }
}
