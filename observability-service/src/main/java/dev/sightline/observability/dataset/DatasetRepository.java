package dev.sightline.observability.dataset;

import dev.sightline.api.PageRequest;
import dev.sightline.observability.dataset.FlaggedTable.Found;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Datasets in Postgres: writes go through the entity, reads through the pool. */
@ApplicationScoped
class DatasetRepository implements PanacheRepositoryBase<DatasetEntity, UUID> {

    private final Pool pool;
    private final FlaggedTable<DatasetEntity> table;

    DatasetRepository(Pool pool) {
        this.pool = pool;
        this.table = new FlaggedTable<>(pool, "dataset", DatasetRows.DATASET, DatasetRows::dataset);
    }

    Uni<Optional<DatasetEntity>> present(int projectId, UUID id) {
        return table.find(projectId, id);
    }

    /** Whether the project has it, deleted or not. */
    Uni<Boolean> exists(int projectId, UUID id) {
        return pool.preparedQuery("select true from dataset where project_id = $1 and id = $2")
                .execute(Tuple.of(projectId, id))
                .map(rows -> rows.size() > 0);
    }

    /** The row, deleted or not, locked until the transaction ends; null if there is none. */
    Uni<DatasetEntity> lock(int projectId, UUID id) {
        return find("projectId = ?1 and id = ?2", projectId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** A page, and how many there are in all. */
    Uni<Found<DatasetEntity>> list(int projectId, DatasetFilter filter, PageRequest page) {
        return filter.search().isEmpty()
                ? counted(projectId, filter, page)
                : table.found(filter.where(projectId), filter.orderBy(), page)
                        .chain(found -> found.rows().isEmpty()
                                ? counted(projectId, filter, page)
                                : Uni.createFrom().item(found));
    }

    private Uni<Found<DatasetEntity>> counted(int projectId, DatasetFilter filter, PageRequest page) {
        return table.count(filter.where(projectId))
                .chain(count -> table.page(filter.where(projectId), filter.orderBy(), page)
                        .map(rows -> new Found<>(count, rows)));
    }
}
