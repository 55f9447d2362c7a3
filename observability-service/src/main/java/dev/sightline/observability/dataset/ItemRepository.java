package dev.sightline.observability.dataset;

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

    private static final String NEWEST_FIRST = " order by created_at desc, id";

    private final Pool pool;

    ItemRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<DatasetItemEntity>> present(int projectId, UUID id) {
        Where where = Where.project(projectId).and("id = ?", id).and("deleted is not true");
        return select(where, "").map(rows -> rows.stream().findFirst());
    }

    /** The row, deleted or not, locked until the transaction ends; null if there is none. */
    Uni<DatasetItemEntity> lock(int projectId, UUID id) {
        return find("projectId = ?1 and id = ?2", projectId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    Uni<Long> count(Where where) {
        return pool.preparedQuery("select count(*) from dataset_item where " + where.sql())
                .execute(where.values())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<List<DatasetItemEntity>> list(Where where, int limit, long offset) {
        return select(where, NEWEST_FIRST + " limit " + where.bind((long) limit) + " offset " + where.bind(offset));
    }

    private Uni<List<DatasetItemEntity>> select(Where where, String rest) {
        return pool.preparedQuery("select " + DatasetRows.ITEM + " from dataset_item where " + where.sql() + rest)
                .execute(where.values())
                .map(rows -> rows.stream().map(DatasetRows::item).toList());
    }
}
