package dev.sightline.signals.scout.scratchpad;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.sightline.signals.scout.Scouts;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class ScratchpadApiTest {

    private final Scouts scouts = Scouts.of(TestDirectory.newProject());

    @Inject
    Pool pool;

    private Response write(String key, String content) {
        return scouts.internally("scratchpad", Map.of("key", key, "content", content));
    }

    @Test
    void aNoteKeepsWhoMadeItAndWhen() {
        String run = scouts.newRun();
        JsonPath first = scouts.internally(
                        "scratchpad", Map.of("key", "pattern:cost", "content", "flat", "run_id", run))
                .then()
                .statusCode(200)
                .body("created_by_run_id", equalTo(run))
                .extract()
                .jsonPath();

        String other = scouts.newRun("signals-scout-replay-vision");
        scouts.internally("scratchpad", Map.of("key", "pattern:cost", "content", "rising", "run_id", other))
                .then()
                .statusCode(200)
                .body("content", equalTo("rising"))
                .body("created_by_run_id", equalTo(run))
                .body("created_at", equalTo(first.getString("created_at")))
                .body("updated_at", greaterThan(first.getString("updated_at")));
        scouts.get("scratchpad").then().body("$", hasSize(1));
    }

    @Test
    void aRunOfOthersIsNotNamed() {
        String theirs = Scouts.of(TestDirectory.newProject()).newRun();

        scouts.internally("scratchpad", Map.of("key", "k", "content", "c", "run_id", theirs))
                .then()
                .statusCode(200)
                .body("created_by_run_id", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"'', c, k, key", "' ', c, k, key", "k, '', k, content", "k, c, nonsense, run_id"})
    void aNoteThatMakesNoSenseIsRefused(String key, String content, String run, String attr) {
        Map<String, ?> body = run.equals("k")
                ? Map.of("key", key, "content", content)
                : Map.of("key", key, "content", content, "run_id", run);

        scouts.internally("scratchpad", body).then().statusCode(400).body("attr", equalTo(attr));
        scouts.get("scratchpad").then().body("$", hasSize(0));
    }

    @Test
    void notesAreLimitedInLength() {
        write("k".repeat(301), "c").then().statusCode(400).body("attr", equalTo("key"));
        write("k", "c".repeat(50_001)).then().statusCode(400).body("attr", equalTo("content"));
        write("k".repeat(300), "c".repeat(50_000)).then().statusCode(200);
    }

    @Test
    void notesAreFoundByTheirText() {
        write("noise:checkout", "50% of it").then().statusCode(200);
        write("pattern:cart", "500 of it").then().statusCode(200);

        scouts.get("scratchpad").then().body("key", contains("pattern:cart", "noise:checkout"));
        scouts.get("scratchpad?text=50%").then().body("key", contains("noise:checkout"));
        scouts.get("scratchpad?text=NOISE").then().body("key", contains("noise:checkout"));
        scouts.get("scratchpad?text=&limit=1").then().body("key", contains("pattern:cart"));
        scouts.get("scratchpad?limit=101").then().statusCode(400).body("attr", equalTo("limit"));
    }

    @Test
    void aNoteIsForgottenOnce() {
        write("k", "c");

        scouts.internally("scratchpad/forget", Map.of("key", "k"))
                .then()
                .statusCode(200)
                .body("deleted", equalTo(true));
        scouts.internally("scratchpad/forget", Map.of("key", "k")).then().body("deleted", equalTo(false));
        scouts.internally("scratchpad/forget", Map.of()).then().statusCode(400).body("attr", equalTo("key"));
    }

    @Test
    void aProjectHasOnlySoManyNotes() {
        pool.preparedQuery("""
                        insert into scout_note (project_id, key, id, content, created_at, updated_at)
                        select $1, 'k' || i, gen_random_uuid(), 'c', now(), now() from generate_series(1, 5000) as i""").execute(Tuple.of(scouts.project().id())).await().indefinitely();

        write("one-more", "c").then().statusCode(400).body("code", equalTo("notes_limit"));
        write("k1", "changed").then().statusCode(200);
    }
}
