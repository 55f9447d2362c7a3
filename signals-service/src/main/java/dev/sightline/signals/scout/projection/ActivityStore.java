package dev.sightline.signals.scout.projection;

import dev.sightline.event.ActivityLogged;
import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** What people have changed, without what. */
@ApplicationScoped
class ActivityStore {

    private static final String ADD = """
            insert into scout_activity (project_id, activity_id, scope, user_id, at)
            select * from unnest($1::int[], $2::uuid[], $3::text[], $4::int[], $5::timestamptz[])
            on conflict do nothing""";

    private final Pool pool;

    ActivityStore(Pool pool) {
        this.pool = pool;
    }

    /** Adds what people did; what programs did by themselves is left out. */
    Uni<Void> add(List<ActivityLogged> arrived) {
        List<ActivityLogged> human =
                arrived.stream().filter(ActivityStore::isHuman).toList();
        if (human.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.of(
                ProjectionStore.column(human, ActivityLogged::projectId, Integer[]::new),
                ProjectionStore.column(human, ActivityLogged::activityId, UUID[]::new),
                ProjectionStore.column(human, ActivityLogged::scope, String[]::new),
                ProjectionStore.column(human, ActivityLogged::userId, Integer[]::new),
                ProjectionStore.column(human, done -> Rows.parameter(done.at()), OffsetDateTime[]::new));
        return pool.preparedQuery(ADD).execute(columns).replaceWithVoid();
    }

    private static boolean isHuman(ActivityLogged done) {
        return done.userId() != null && done.activityId() != null && done.scope() != null && done.at() != null;
    }
}
