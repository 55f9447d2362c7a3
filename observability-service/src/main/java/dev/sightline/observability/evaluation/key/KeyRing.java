package dev.sightline.observability.evaluation.key;

import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the keys of a project. */
@ApplicationScoped
public class KeyRing {

    private static final String BY_ID =
            "select " + KeyRows.COLUMNS + " from provider_key where project_id = $1 and id = $2";
    private static final String ACTIVE =
            "select " + KeyRows.COLUMNS + " from provider_key where project_id = $1 and active";

    private static final String PAGE = "select " + KeyRows.COLUMNS
            + " from provider_key where project_id = $1 order by created_at desc, id limit $2 offset $3";

    private final Pool pool;

    KeyRing(Pool pool) {
        this.pool = pool;
    }

    public Uni<Optional<ProviderKey>> find(int projectId, UUID id) {
        return pool.preparedQuery(BY_ID).execute(Tuple.of(projectId, id)).map(rows -> Rows.first(rows, KeyRows::read));
    }

    /** The key of evaluations that name none. */
    public Uni<Optional<ProviderKey>> active(int projectId) {
        return pool.preparedQuery(ACTIVE).execute(Tuple.of(projectId)).map(rows -> Rows.first(rows, KeyRows::read));
    }

    /**
     * The key an evaluation would use: the one it is pinned to, else the project's active one if it is of the provider.
     *
     * @param pinned null for none
     * @param provider null for any
     */
    public Uni<Optional<ProviderKey>> choose(int projectId, UUID pinned, JudgeProvider provider) {
        return pinned != null
                ? find(projectId, pinned)
                : active(projectId).map(key -> key.filter(k -> provider == null || k.provider() == provider));
    }

    Uni<Long> count(int projectId) {
        return pool.preparedQuery("select count(*) from provider_key where project_id = $1")
                .execute(Tuple.of(projectId))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<List<ProviderKey>> list(int projectId, int limit, long offset) {
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(projectId, (long) limit, offset))
                .map(rows -> Rows.list(rows, KeyRows::read));
    }
}
