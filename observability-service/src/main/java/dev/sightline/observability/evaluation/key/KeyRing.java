package dev.sightline.observability.evaluation.key;

import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Finds the keys of a project. */
@ApplicationScoped
public class KeyRing {

    private static final String BY_ID =
            "select " + KeyRows.COLUMNS + " from provider_key where project_id = $1 and id = $2";
    private static final String ACTIVE =
            "select " + KeyRows.COLUMNS + " from provider_key where project_id = $1 and active";

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
}
