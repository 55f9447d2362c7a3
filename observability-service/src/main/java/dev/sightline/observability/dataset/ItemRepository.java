package dev.sightline.observability.dataset;

import dev.sightline.api.PageRequest;
import dev.sightline.sql.Where;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Items in Postgres: writes go through the entity, reads through the pool. */
@ApplicationScoped
class ItemRepository implements PanacheRepositoryBase<DatasetItemEntity, UUID> {

    static final String NEWEST_FIRST = "created_at desc, id";
    private static final String COUNT = "select coalesce(sum(items), 0)::bigint from dataset_item_count where ";

    private final Pool pool;
    private final FlaggedTable<DatasetItemEntity> table;

    ItemRepository(Pool pool) {
        this.pool = pool;
        this.table = new FlaggedTable<>(pool, "dataset_item", DatasetRows.ITEM, DatasetRows::item);
    }

    Uni<Optional<DatasetItemEntity>> present(int projectId, UUID id) {
        return table.find(projectId, id);
    }

    /** The row, deleted or not, locked until the transaction ends; null if there is none. */
    Uni<DatasetItemEntity> lock(int projectId, UUID id) {
        return find("projectId = ?1 and id = ?2", projectId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** How many items a list holds; the database keeps the numbers, because counting a million takes too long. */
    Uni<Long> count(ItemFilter filter) {
        Where counts = filter.counts();
        return pool.preparedQuery(COUNT + counts.sql())
                .execute(counts.values())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<List<DatasetItemEntity>> list(ItemFilter filter, PageRequest page) {
        return table.page(filter.items(), NEWEST_FIRST, page);
    }
}
