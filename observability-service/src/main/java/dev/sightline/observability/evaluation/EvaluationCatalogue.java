package dev.sightline.observability.evaluation;

import dev.sightline.sql.Rows;
import dev.sightline.sql.Where;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads evaluations. */
@ApplicationScoped
public class EvaluationCatalogue {

    private static final String FIND = EvaluationRows.SELECT + "where e.project_id = $1 and e.id = $2";
    private static final String VERSIONS =
            "select id, version from evaluation where enabled and not deleted order by project_id";
    private static final String BY_IDS = EvaluationRows.SELECT + "where e.id = any($1)";

    private final Pool pool;

    EvaluationCatalogue(Pool pool) {
        this.pool = pool;
    }

    /** The evaluation, deleted or not. */
    public Uni<Optional<Evaluation>> find(int projectId, UUID id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(projectId, id))
                .map(rows -> Rows.first(rows, EvaluationRows::read));
    }

    Uni<Long> count(Where where) {
        return pool.preparedQuery("select count(*) from evaluation e where " + where.sql())
                .execute(where.values())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<List<Evaluation>> list(Where where, String order, int limit, long offset) {
        String sql = EvaluationRows.SELECT + "where " + where.sql() + " order by " + order + " limit "
                + where.bind((long) limit) + " offset " + where.bind(offset);
        return pool.preparedQuery(sql).execute(where.values()).map(rows -> Rows.list(rows, EvaluationRows::read));
    }

    /** An evaluation and how often it was saved. */
    public record Saved(UUID id, int version) {}

    /** All evaluations of all projects that run by themselves: the scheduler's view of the house, nobody's request. */
    public Uni<List<Saved>> runningByThemselves() {
        return pool.query(VERSIONS)
                .execute()
                .map(rows -> Rows.list(rows, row -> new Saved(row.getUUID("id"), row.getInteger("version"))));
    }

    /** These evaluations, of whichever project. */
    public Uni<List<Evaluation>> all(List<UUID> ids) {
        return pool.preparedQuery(BY_IDS)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(rows -> Rows.list(rows, EvaluationRows::read));
    }
}
