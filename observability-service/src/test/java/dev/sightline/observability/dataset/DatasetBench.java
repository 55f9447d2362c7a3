package dev.sightline.observability.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.observability.event.Figure;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import dev.sightline.testing.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Lists over HTTP in a project of a million items and a hundred thousand datasets, one request after another: {@code mvn
 * test -Dtest=DatasetBench -Dbench=true}.
 */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
@EnabledIfSystemProperty(named = "bench", matches = "true")
class DatasetBench {

    private static final int WARM_UP = 100;
    private static final int REQUESTS = 400;

    private static final String DATASETS = """
            insert into dataset (project_id, id, name, description, metadata, created_at, updated_at)
            select %d, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'dataset ' || md5(n::text),
                   'about ' || md5((n + 1)::text), jsonb_build_object('team', md5((n %% 100)::text), 'n', n),
                   now() - n * interval '1 second', now()
            from generate_series(0, 99999) n""";

    /** Half of the items lie in the first dataset, the others in ten thousand. */
    private static final String ITEMS = """
            insert into dataset_item (project_id, id, dataset_id, input, output, metadata, created_at, updated_at)
            select %d, gen_random_uuid(),
                   ('00000000-0000-7000-8000-' || lpad(to_hex(case when n %% 2 = 0 then 0 else n %% 10000 end), 12, '0'))::uuid,
                   jsonb_build_object('question', md5(n::text)), to_jsonb(md5((n + 1)::text)), '{"source": "bench"}',
                   now() - n * interval '1 second', now()
            from generate_series(1, 1000000) n""";

    private final TestProject project = TestDirectory.newProject();

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    Pool pool;

    @Inject
    DataSource database;

    private Figure figure;

    @Test
    void measure() throws Exception {
        figure = new Figure(database);
        run(DATASETS.formatted(project.id()));
        run(ITEMS.formatted(project.id()));
        run("vacuum analyze dataset");
        run("vacuum analyze dataset_item");
        String first = "00000000-0000-7000-8000-000000000000";
        print("items, limit=20", "dataset_items/?limit=20");
        print("items, default limit", "dataset_items/");
        print("items of a dataset of 500,000", "dataset_items/?limit=20&dataset=" + first);
        print("items of a dataset of 50", "dataset_items/?limit=20&dataset=" + first.replaceAll("0$", "1"));
        print("items, offset=10000", "dataset_items/?limit=20&offset=10000");
        print("search, two found", "datasets/?limit=20&search=fe7ecc4de28b");
        print("search, 1,000 found", "datasets/?limit=20&search=c81e728d9d4c2f63");
        print("datasets, limit=20", "datasets/?limit=20");
    }

    private void run(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }

    private void print(String what, String path) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            get(path);
        }
        long[] times = new long[REQUESTS];
        figure.print(what, REQUESTS, () -> {
            for (int i = 0; i < REQUESTS; i++) {
                times[i] = get(path);
            }
        });
        Arrays.sort(times);
        System.out.printf(
                "BENCH %-32s p50 %.1f ms, p99 %.1f ms%n",
                "", times[REQUESTS / 2] / 1e6, times[REQUESTS * 99 / 100] / 1e6);
    }

    /** The nanoseconds until the answer. */
    private long get(String path) {
        String url = "/api/projects/" + project.id() + "/" + path;
        Map<String, String> key = Map.of("Authorization", "Bearer " + project.key());
        long start = System.nanoTime();
        assertEquals(200, new Wire(port).send("GET", url, key, new byte[0]).statusCode());
        return System.nanoTime() - start;
    }
}
