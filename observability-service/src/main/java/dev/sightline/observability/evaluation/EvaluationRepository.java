package dev.sightline.observability.evaluation;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** Evaluations in Postgres, for writing. */
@ApplicationScoped
class EvaluationRepository implements PanacheRepositoryBase<EvaluationEntity, UUID> {

    /** The row, deleted or not, locked until the transaction ends; null if there is none. */
    Uni<EvaluationEntity> lock(int projectId, UUID id) {
        return find("projectId = ?1 and id = ?2", projectId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** All that are pinned to a key, deleted or not, locked until the transaction ends. */
    Uni<List<EvaluationEntity>> lockPinnedTo(int projectId, UUID keyId) {
        return find("projectId = ?1 and providerKeyId = ?2 order by id", projectId, keyId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
