package dev.sightline.observability.dataset;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.sql.Where;
import dev.sightline.testing.FakeUri;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists enter an index, whatever they filter by. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class QueryPlansTest {

    private static final int ROWS = 20_000;

    private final int project = TestDirectory.newProject().id();
    private final UUID dataset = UUID.randomUUID();

    @Inject
    Pool pool;

    @BeforeEach
    void fill() {
        run("""
                insert into dataset (project_id, id, name, description, metadata, created_at, updated_at)
                select %d, case n when 1 then '%s' else gen_random_uuid() end, 'name ' || md5(n::text),
                       'about ' || md5((n + 1)::text), jsonb_build_object('key', md5((n + 2)::text)),
                       now() - n * interval '1 second', now()
                from generate_series(1, %d) n""".formatted(project, dataset, ROWS));
        run("""
                insert into dataset_item (project_id, id, dataset_id, created_at, updated_at)
                select %d, gen_random_uuid(), '%s', now() - n * interval '1 second', now()
                from generate_series(1, %d) n""".formatted(project, dataset, ROWS));
        run("analyze dataset, dataset_item");
    }

    @ParameterizedTest
    @ValueSource(strings = {"search=c4ca4238", "search=c4ca4238&order_by=updated_at"})
    void searchesTheThreeTextsByTheirIndex(String query) {
        DatasetFilter filter = DatasetFilter.of(FakeUri.of("http://localhost/?" + query));
        Where where = filter.where(project);

        String plan = plan("select id from dataset where " + where.sql() + " order by " + filter.orderBy(), where);

        assertTrue(plan.contains("ix_dataset_project_id_search"), plan);
        assertFalse(plan.contains("Seq Scan"), plan);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "order_by=-updated_at"})
    void readsAPageOfDatasetsInTheOrderOfAnIndex(String query) {
        DatasetFilter filter = DatasetFilter.of(FakeUri.of("http://localhost/?" + query));
        Where where = filter.where(project);

        inOrder(plan(
                "select id from dataset where " + where.sql() + " order by " + filter.orderBy() + " limit 100", where));
    }

    @Test
    void readsAPageOfItemsInTheOrderOfAnIndex() {
        for (Optional<UUID> of : List.of(Optional.<UUID>empty(), Optional.of(dataset))) {
            Where where = new ItemFilter(project, of).items();

            inOrder(plan(
                    "select id from dataset_item where " + where.sql() + " order by " + ItemRepository.NEWEST_FIRST
                            + " limit 100",
                    where));
        }
    }

    private static void inOrder(String plan) {
        assertTrue(plan.contains("Index"), plan);
        assertFalse(plan.contains("Sort"), plan);
    }

    private String plan(String sql, Where where) {
        return pool.preparedQuery("explain " + sql)
                .execute(where.values())
                .map(rows -> rows.stream().map(row -> row.getString(0)).collect(Collectors.joining("\n")))
                .await()
                .indefinitely();
    }

    private void run(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }
}
