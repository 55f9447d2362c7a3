package dev.sightline.signals.scout.config;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.ActivityLogged;
import dev.sightline.json.Json;
import dev.sightline.signals.scout.Scouts;
import dev.sightline.testing.ActivityLogReader;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class ConfigApiTest {

    private final Scouts scouts = Scouts.of(TestDirectory.newProject());

    @Inject
    Pool pool;

    private void settings(Map<String, ?> settings) {
        pool.preparedQuery("insert into scout_settings (project_id, settings) values ($1, $2::text::jsonb)")
                .execute(Tuple.of(scouts.project().id(), Json.write(settings)))
                .await()
                .indefinitely();
    }

    private String skill(String name) {
        return scouts.post("skills", Map.of("name", name, "description", "Ours", "body", "Look at the shop."))
                .then()
                .statusCode(201)
                .extract()
                .path("name");
    }

    private Response register(Object body) {
        return scouts.post("configs", body);
    }

    @Test
    void aScoutIsRegisteredOnceAndThenChanged() {
        String name = skill("signals-scout-shop");

        register(Map.of("skill_name", name))
                .then()
                .statusCode(201)
                .body("enabled", equalTo(true))
                .body("emit", equalTo(true))
                .body("run_interval_minutes", equalTo(1440))
                .body("last_run_at", nullValue())
                .body("description", equalTo("Ours"))
                .body("scout_origin", equalTo("custom"));
        register(Map.of("skill_name", name, "emit", false))
                .then()
                .statusCode(200)
                .body("emit", equalTo(false))
                .body("enabled", equalTo(true));

        scouts.get("configs").then().body("$", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|skill_name",
                "{\"skill_name\":\"foo\"}|skill_name",
                "{\"skill_name\":\"signals-scout-\"}|skill_name",
                "{\"skill_name\":\"signals-scout-none\"}|skill_name",
                "{\"skill_name\":\"signals-scout-shop\",\"enabled\":null}|enabled",
                "{\"skill_name\":\"signals-scout-shop\",\"emit\":\"perhaps\"}|emit",
                "{\"skill_name\":\"signals-scout-shop\",\"run_interval_minutes\":9}|run_interval_minutes",
                "{\"skill_name\":\"signals-scout-shop\",\"run_interval_minutes\":43201}|run_interval_minutes",
                "{\"skill_name\":\"signals-scout-shop\",\"run_interval_minutes\":10.5}|run_interval_minutes",
            })
    void whatMakesNoSenseIsRefusedAndNothingIsStored(String body, String attr) {
        skill("signals-scout-shop");

        register(Json.read(body, JsonNode.class)).then().statusCode(400).body("attr", equalTo(attr));

        scouts.get("configs").then().body("$", hasSize(0));
    }

    @Test
    void intervalsReachFromTenMinutesToThirtyDays() {
        String path = "configs/" + scouts.config(Scouts.GENERAL);

        for (int minutes : new int[] {10, 43_200}) {
            scouts.patch(path, Map.of("run_interval_minutes", minutes))
                    .then()
                    .statusCode(200)
                    .body("run_interval_minutes", equalTo(minutes));
        }
        scouts.patch(path, Map.of("run_interval_minutes", 9))
                .then()
                .statusCode(400)
                .body("attr", equalTo("run_interval_minutes"));
        scouts.patch(path, Map.of("run_interval_minutes", 43_201))
                .then()
                .statusCode(400)
                .body("code", equalTo("max_value"));
    }

    @Test
    void onlySoManyScoutsAreEnabled() {
        settings(Map.of("max_enabled_scouts", 1));
        String first = skill("signals-scout-a");
        String second = skill("signals-scout-b");
        String path =
                "configs/" + register(Map.of("skill_name", first)).jsonPath().getString("id");

        register(Map.of("skill_name", second)).then().statusCode(400).body("attr", equalTo("enabled"));
        register(Map.of("skill_name", second, "enabled", false)).then().statusCode(201);

        scouts.patch(path, Map.of("enabled", true)).then().statusCode(200);
        scouts.patch(path, Map.of("enabled", false)).then().statusCode(200);
        register(Map.of("skill_name", second, "enabled", true)).then().statusCode(200);
        scouts.patch(path, Map.of("enabled", true)).then().statusCode(400).body("attr", equalTo("enabled"));
    }

    @Test
    void syncBringsTheFleetOnce() {
        scouts.get("configs").then().statusCode(200).body("$", hasSize(0));
        scouts.get("configs").then().body("$", hasSize(0));

        List<Map<String, Object>> first = scouts.sync().jsonPath().getList("$");
        List<Map<String, Object>> second = scouts.sync().jsonPath().getList("$");

        assertEquals(7, first.size());
        assertEquals(first, second);
        scouts.get("configs")
                .then()
                .body("scout_origin", everyItem(equalTo("canonical")))
                .body("enabled", everyItem(equalTo(true)))
                .body("run_interval_minutes", everyItem(equalTo(60)))
                .body("skill_name[0]", equalTo("signals-scout-ai-observability"));
    }

    @Test
    void whatATeamRemovedOrEditedStaysSo() {
        scouts.sync();
        pool.preparedQuery("update scout_skill set deleted = true where project_id = $1 and name = $2")
                .execute(Tuple.of(scouts.project().id(), "signals-scout-general"))
                .await()
                .indefinitely();
        scouts.patch("skills/signals-scout-replay-vision", Map.of("body", "Look twice."))
                .then()
                .statusCode(200)
                .body("version", equalTo(2));

        scouts.sync();

        scouts.get("skills")
                .then()
                .body("name", not(hasItem("signals-scout-general")))
                .body("find { it.name == 'signals-scout-replay-vision' }.body", equalTo("Look twice."));
        scouts.get("configs")
                .then()
                .body("$", hasSize(7))
                .body("find { it.skill_name == 'signals-scout-general' }.scout_origin", equalTo("custom"))
                .body("find { it.skill_name == 'signals-scout-general' }.description", equalTo(""));
    }

    @Test
    void theSettingsOfAProjectShapeItsFleet() {
        settings(Map.of(
                "withheld_skills", List.of("signals-scout-general"),
                "enabled_skills", List.of("signals-scout-replay-vision"),
                "enabled_interval_minutes", 120));

        scouts.sync()
                .then()
                .body("$", hasSize(6))
                .body("skill_name", not(hasItem("signals-scout-general")))
                .body("findAll { it.enabled }.skill_name", contains("signals-scout-replay-vision"))
                .body("run_interval_minutes", everyItem(equalTo(120)));
    }

    @Test
    void anEmptyChangeChangesNothingAndASkillCannotBeExchanged() {
        String path = "configs/" + scouts.config(Scouts.GENERAL);

        scouts.patch(path, Map.of()).then().statusCode(200).body("enabled", equalTo(true));
        scouts.patch(path, Map.of("skill_name", "signals-scout-other"))
                .then()
                .statusCode(200)
                .body("skill_name", equalTo(Scouts.GENERAL));
    }

    @Test
    void configurationsOfOthersDoNotExist() {
        UUID theirs = Scouts.of(TestDirectory.newProject()).config(Scouts.GENERAL);

        scouts.patch("configs/" + theirs, Map.of("emit", false)).then().statusCode(404);
        scouts.patch("configs/nonsense", Map.of("emit", false)).then().statusCode(404);
        scouts.delete("configs/" + theirs).then().statusCode(404);
    }

    @Test
    void whatTheContractDoesNotKnowIsNotAllowed() {
        String path = "configs/" + scouts.config(Scouts.GENERAL);

        scouts.get(path).then().statusCode(405).body("code", equalTo("method_not_allowed"));
        scouts.inbox().put("scout/" + path, Map.of()).then().statusCode(405);
        scouts.delete("scratchpad").then().statusCode(405);
    }

    @Test
    void aDeletedConfigurationComesBackWithItsSkill() {
        String path = "configs/" + scouts.config(Scouts.GENERAL);

        scouts.delete(path).then().statusCode(204);
        scouts.delete(path).then().statusCode(404);

        scouts.sync().then().body("skill_name", hasItem(Scouts.GENERAL));
    }

    @Test
    void changesAreLoggedOnceAndOnlyWhenSomethingChanged() {
        String name = skill("signals-scout-shop");
        String id = register(Map.of("skill_name", name, "enabled", false))
                .jsonPath()
                .getString("id");
        scouts.patch("configs/" + id, Map.of("enabled", false));
        scouts.patch("configs/" + id, Map.of("enabled", true));
        scouts.delete("configs/" + id);

        List<ActivityLogged> logged = ActivityLogReader.of(scouts.project().id(), id, 3);

        assertEquals(
                List.of("created", "updated", "deleted"),
                logged.stream().map(ActivityLogged::activity).toList());
        assertEquals(scouts.project().person().id(), logged.get(1).userId());
        assertEquals(
                "[{\"field\":\"enabled\",\"before\":false,\"after\":true}]",
                logged.get(1).detail().path("changes").toString());
    }

    @Test
    void theMetadataAreTheLimitsInForce() {
        scouts.get("metadata/current")
                .then()
                .statusCode(200)
                .body("enrolled", equalTo(true))
                .body("banner_message", nullValue())
                .body("limits.max_runs_per_tick", equalTo(50))
                .body("limits.max_runs_per_day", nullValue())
                .body("limits.runs_remaining_today", nullValue());

        settings(Map.of("max_runs_per_day", 1, "max_runs_per_tick", true));
        scouts.newRun();
        pool.preparedQuery("update scout_run set status = 'completed' where project_id = $1")
                .execute(Tuple.of(scouts.project().id()))
                .await()
                .indefinitely();

        scouts.get("metadata/current")
                .then()
                .body("limits.max_runs_per_tick", equalTo(50))
                .body("limits.max_runs_per_day", equalTo(1))
                .body("limits.runs_today", equalTo(1))
                .body("limits.runs_remaining_today", equalTo(0));
        scouts.start(Scouts.GENERAL).then().statusCode(429);
        pool.preparedQuery("""
                        insert into scout_run (project_id, id, task_id, task_run_id, skill_name, skill_version, status,
                                               executor, created_at, started_at)
                        select project_id, gen_random_uuid(), task_id, task_run_id, skill_name, skill_version, status,
                               executor, created_at, started_at from scout_run where project_id = $1""").execute(Tuple.of(scouts.project().id())).await().indefinitely();
        scouts.get("metadata/current")
                .then()
                .body("limits.runs_today", equalTo(2))
                .body("limits.runs_remaining_today", equalTo(0));
        pool.preparedQuery(
                        "update scout_run set created_at = now() - interval '24 hours 1 second' where project_id = $1")
                .execute(Tuple.of(scouts.project().id()))
                .await()
                .indefinitely();
        scouts.get("metadata/current").then().body("limits.runs_today", equalTo(0));
    }
}
