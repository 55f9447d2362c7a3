package dev.sightline.observability.evaluation.key;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** Provider keys in Postgres, for writing. */
@ApplicationScoped
class ProviderKeyRepository implements PanacheRepositoryBase<ProviderKeyEntity, UUID> {

    /** The row, locked until the transaction ends; null if there is none. */
    Uni<ProviderKeyEntity> lock(int projectId, UUID id) {
        return find("projectId = ?1 and id = ?2", projectId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** The project's active key, locked; null if there is none. */
    Uni<ProviderKeyEntity> lockActive(int projectId) {
        return find("projectId = ?1 and active", projectId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }
}
