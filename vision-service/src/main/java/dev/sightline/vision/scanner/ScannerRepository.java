package dev.sightline.vision.scanner;

import dev.sightline.sql.Rows;
import dev.sightline.sql.Where;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Scanners in Postgres: writes go through the entity, lists through the pool. */
@ApplicationScoped
class ScannerRepository implements PanacheRepositoryBase<ScannerEntity, UUID> {

    private static final String COUNT_BY_TYPE = """
            select scanner_type, count(*) filter (where enabled) as enabled, count(*) as total
              from scanner
             where project_id = $1
             group by scanner_type
            """;

    private final Pool pool;

    ScannerRepository(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<ScannerEntity>> one(int projectId, UUID id) {
        Where where = Where.project(projectId).and("id = ?", id);
        return select(where, "id", "").map(rows -> rows.stream().findFirst());
    }

    /** The row, locked until the transaction ends; null if there is none. */
    Uni<ScannerEntity> lock(int projectId, UUID id) {
        return find("projectId = ?1 and id = ?2", projectId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    Uni<Boolean> nameTaken(int projectId, String name, UUID except) {
        return count("projectId = ?1 and name = ?2 and id <> ?3", projectId, name, except)
                .map(count -> count > 0);
    }

    /** The ids of those who made scanners, each once. */
    Uni<List<Integer>> creators(int projectId) {
        return pool.preparedQuery(
                        "select distinct created_by from scanner where project_id = $1 and created_by is not null")
                .execute(Tuple.of(projectId))
                .map(rows -> Rows.list(rows, row -> row.getInteger(0)));
    }

    Uni<List<TeamStats.Row>> countByType(int projectId) {
        return pool.preparedQuery(COUNT_BY_TYPE)
                .execute(Tuple.of(projectId))
                .map(rows -> Rows.list(
                        rows,
                        row -> new TeamStats.Row(
                                row.getString("scanner_type"), row.getLong("enabled"), row.getLong("total"))));
    }

    Uni<Long> count(Where where) {
        return pool.preparedQuery("select count(*) from scanner where " + where.sql())
                .execute(where.values())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<List<ScannerEntity>> list(Where where, String order, int limit, long offset) {
        return select(where, order, " limit " + where.bind((long) limit) + " offset " + where.bind(offset));
    }

    private Uni<List<ScannerEntity>> select(Where where, String order, String page) {
        return pool.preparedQuery("select * from scanner where " + where.sql() + " order by " + order + page)
                .execute(where.values())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ScannerRows::read)
                        .toList());
    }
}
