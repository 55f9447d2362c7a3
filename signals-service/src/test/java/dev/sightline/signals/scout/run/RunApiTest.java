package dev.sightline.signals.scout.run;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.json.Json;
import dev.sightline.signals.scout.ScoutDefaults;
import dev.sightline.signals.scout.Scouts;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class RunApiTest {

    private final Scouts scouts = Scouts.of(TestDirectory.newProject());

    @Inject
    Pool pool;

    @Inject
    RunStore store;

    @Inject
    Signature signature;

    @Inject
    ScoutDefaults settings;

    private void set(String column, String value, String run) {
        pool.preparedQuery("update scout_run set " + column + " = " + value + " where project_id = $1 and id = $2")
                .execute(Tuple.of(scouts.project().id(), UUID.fromString(run)))
                .await()
                .indefinitely();
    }

    private String closed(String summary) {
        String run = scouts.newRun();
        scouts.close(run, Map.of("status", "completed", "summary", summary))
                .then()
                .statusCode(200);
        return run;
    }

    @Test
    void aRunIsDrivenFromOutside() {
        String run = scouts.newRun();
        scouts.get("runs/" + run)
                .then()
                .statusCode(200)
                .body("run_id", equalTo(run))
                .body("status", equalTo("in_progress"))
                .body("skill_name", equalTo(Scouts.GENERAL))
                .body("skill_version", equalTo(1))
                .body("completed_at", nullValue())
                .body("task_url", nullValue())
                .body("summary", equalTo(""))
                .body("emitted_finding_ids", empty());
        scouts.start(Scouts.GENERAL).then().statusCode(409);

        scouts.close(run, Map.of("status", "completed", "summary", "Nothing found."))
                .then()
                .statusCode(200)
                .body("status", equalTo("completed"))
                .body("summary", equalTo("Nothing found."));
        scouts.close(run, Map.of("status", "failed")).then().statusCode(409);
        scouts.emit(run, Scouts.finding()).then().statusCode(400).body("attr", equalTo("status"));
        scouts.start(Scouts.GENERAL).then().statusCode(202);
    }

    @Test
    void theFirstLineOfAFailureIsItsReason() {
        String run = scouts.newRun();
        String first = "x".repeat(600);
        scouts.close(run, Map.of("status", "failed", "error", first + "\nsecond line"))
                .then()
                .body("failure_reason", equalTo("x".repeat(500)))
                .body("error", equalTo(first + "\nsecond line"))
                .body("summary", equalTo(""));

        set("status", "'completed'", run);

        scouts.get("runs/" + run).then().body("error", nullValue()).body("failure_reason", nullValue());
    }

    @Test
    void aFailureWithoutAMessageSaysSo() {
        String run = scouts.newRun();
        scouts.close(run, Map.of("status", "failed", "error", " "))
                .then()
                .statusCode(400)
                .body("attr", equalTo("error"));
        scouts.close(run, Map.of("status", "cancelled"))
                .then()
                .body("error", nullValue())
                .body("failure_reason", equalTo("cancelled"));

        set("status", "'failed'", run);

        scouts.get("runs/" + run).then().body("failure_reason", equalTo("failed without a recorded message"));
    }

    @Test
    void runsAreFiltered() {
        String first = closed("Cost is 100% up");
        String second = closed("Cost is 100 up");
        String third = scouts.newRun();
        scouts.emit(third, Scouts.finding()).then().statusCode(200);
        set("created_at", "timestamptz '2026-01-01 00:00Z'", first);
        set("created_at", "timestamptz '2026-01-02 00:00Z'", second);
        set("skill_version", "7", second);

        scouts.get("runs").then().body("run_id", contains(third, second, first));
        scouts.get("runs?date_from=2026-01-01T00:00:00Z&date_to=2026-01-02")
                .then()
                .statusCode(400);
        scouts.get("runs?date_from=2026-01-01T00:00:00&date_to=2026-01-02T00:00:00Z")
                .then()
                .body("run_id", contains(first));
        scouts.get("runs?text=100%").then().body("run_id", contains(first));
        scouts.get("runs?text=COST").then().body("run_id", containsInAnyOrder(first, second));
        scouts.get("runs?emitted=false").then().body("run_id", contains(second, first));
        scouts.get("runs?emitted=true").then().body("run_id", contains(third));
        scouts.get("runs?emitted=null&limit=2").then().body("run_id", contains(third, second));
        scouts.get("runs?skill_version=7").then().body("run_id", contains(second));
        scouts.get("runs?skill_name=signals-scout-none").then().body("$", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=many",
                "text=",
                "date_from=soon",
                "emitted=perhaps",
                "skill_version=x"
            })
    void filtersThatMakeNoSenseAreRefused(String query) {
        scouts.get("runs?" + query).then().statusCode(400).body("attr", equalTo(query.replaceFirst("=.*", "")));
    }

    @Test
    void runsOfOthersDoNotExist() {
        Scouts others = Scouts.of(TestDirectory.newProject());
        String theirs = others.newRun();

        scouts.get("runs/" + theirs).then().statusCode(404);
        scouts.get("runs/nonsense").then().statusCode(404);
        scouts.get("runs/" + theirs + "/emissions").then().statusCode(404);
        scouts.emit(theirs, Scouts.finding()).then().statusCode(404);
        scouts.close(theirs, Map.of("status", "completed")).then().statusCode(404);
    }

    @Test
    void whoMayStartDependsOnWhoDrives() {
        TestProject project = scouts.project();
        String path = scouts.path("configs/" + scouts.config(Scouts.GENERAL) + "/run");

        Scouts.with(project.key())
                .body(Json.write(Map.of("executor", "external")))
                .post(path)
                .then()
                .statusCode(403)
                .body("detail", containsString("'signal_scout_internal:write'"));
        Scouts.with(scouts.internalKey())
                .body("{}")
                .post(path)
                .then()
                .statusCode(403)
                .body("detail", containsString("'signal_scout:write'"));
        Scouts.with(project.key())
                .body("{\"executor\":\"me\"}")
                .post(path)
                .then()
                .statusCode(400);
        scouts.post("configs/" + UUID.randomUUID() + "/run", Map.of()).then().statusCode(404);
    }

    @Test
    void aTokenIsGoodForItsRunOnly() {
        String token = scouts.start(Scouts.GENERAL).jsonPath().getString("token");
        String own = scouts.get("runs").jsonPath().getString("[0].run_id");
        String other = scouts.newRun("signals-scout-replay-vision");
        String emit = Json.write(Scouts.finding());

        Scouts.with(token)
                .body(emit)
                .post(scouts.path("runs/" + own + "/emit-signal"))
                .then()
                .statusCode(200);
        Scouts.with(token)
                .body(emit)
                .post(scouts.path("runs/" + other + "/emit-signal"))
                .then()
                .statusCode(403);
        Scouts.with(token)
                .body("{\"status\":\"completed\"}")
                .post(scouts.path("runs/" + other + "/close"))
                .then()
                .statusCode(403);
        Scouts.with(token).get(scouts.path("runs")).then().statusCode(200);
        Scouts.with(token).body("{}").post(scouts.path("configs/sync")).then().statusCode(403);
        Scouts.with(token)
                .get(Scouts.of(TestDirectory.newProject()).path("runs"))
                .then()
                .statusCode(403);
        String forged = token.substring(0, token.length() - 2) + (token.endsWith("AA") ? "BB" : "AA");
        Scouts.with(forged).get(scouts.path("runs")).then().statusCode(401);
        Scouts.with("phr_nonsense").get(scouts.path("runs")).then().statusCode(401);
    }

    private RunTokens in(Duration later) {
        return new RunTokens(signature, settings, Clock.offset(Clock.systemUTC(), later));
    }

    @Test
    void aTokenLivesSixHours() {
        ScoutRun run = store.find(scouts.project().id(), UUID.fromString(scouts.newRun()))
                .await()
                .indefinitely()
                .orElseThrow();

        String token = in(Duration.ZERO).mint(run, 1).token();

        assertEquals(
                Optional.of(run.id()), in(Duration.ofMinutes(359)).find(token).flatMap(RunTokens::runOf));
        assertEquals(Optional.empty(), in(Duration.ofMinutes(361)).find(token));
    }

    @Test
    void tasksAreLinkedToIfTheyHavePages() {
        ScoutRun run = store.find(scouts.project().id(), UUID.fromString(scouts.newRun()))
                .await()
                .indefinitely()
                .orElseThrow();

        assertEquals(
                "https://tasks.example/project/" + run.projectId() + "/tasks/"
                        + run.task().id() + "?runId=" + run.task().runId(),
                RunView.of(run, Optional.of("https://tasks.example")).taskUrl());
    }

    @Test
    void internalScopesAreNotForPersonalKeys() {
        String run = scouts.newRun();

        scouts.post("runs/" + run + "/emit-signal", Scouts.finding()).then().statusCode(403);
        scouts.post("scratchpad", Map.of("key", "k", "content", "c")).then().statusCode(403);
        scouts.post("scratchpad/forget", Map.of("key", "k")).then().statusCode(403);
        scouts.post("runs/" + run + "/close", new HashMap<>()).then().statusCode(403);
    }
}
