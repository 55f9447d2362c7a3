package dev.sightline.observability.evaluation.key;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/** Provider keys in Postgres, for writing. */
@ApplicationScoped
class ProviderKeyRepository implements PanacheRepositoryBase<ProviderKeyEntity, UUID> {

    /** The first number is arbitrary and means this; the cast is because the answer is of a type without values. */
    private static final String TURN = "select cast(pg_advisory_xact_lock(7201404, :project) as text)";

    /** Waits until no other change of the project's keys is under way; keeps others waiting until the transaction ends. */
    Uni<Void> await(int projectId) {
        return getSession().chain(session -> session.createNativeQuery(TURN, Object.class)
                .setParameter("project", projectId)
                .getSingleResult()
                .replaceWithVoid());
    }

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
