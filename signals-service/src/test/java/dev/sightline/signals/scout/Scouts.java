package dev.sightline.signals.scout;

import static io.restassured.RestAssured.given;

import dev.sightline.json.Json;
import dev.sightline.signals.Inbox;
import dev.sightline.testing.TestProject;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The scouts of a project as clients see them, for tests. */
public record Scouts(TestProject project, Inbox inbox, String internalKey) {

    public static final String GENERAL = "signals-scout-general";

    public static Scouts of(TestProject project) {
        return new Scouts(
                project,
                new Inbox(project),
                project.internalKeyWith("signal_scout:read", "signal_scout_internal:write"));
    }

    /** A path below those of scouts. */
    public String path(String path) {
        return inbox.path("scout/" + path);
    }

    public Response get(String path) {
        return inbox.get("scout/" + path);
    }

    public Response post(String path, Object body) {
        return inbox.post("scout/" + path, body);
    }

    public Response patch(String path, Object body) {
        return inbox.patch("scout/" + path, body);
    }

    public Response delete(String path) {
        return inbox.asMember().delete(path(path));
    }

    /** A request with another credential. */
    public static RequestSpecification with(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    /** What a scout posts. */
    public Response internally(String path, Object body) {
        return with(internalKey).body(Json.write(body)).post(path(path));
    }

    public Response sync() {
        return post("configs/sync", Map.of());
    }

    /** The configuration of a shipped scout. */
    public UUID config(String skillName) {
        sync().then().statusCode(200);
        return UUID.fromString(get("configs").jsonPath().getString("find { it.skill_name == '" + skillName + "' }.id"));
    }

    /** Starts a run that the test drives. */
    public Response start(String skillName) {
        return internally("configs/" + config(skillName) + "/run", Map.of("executor", "external"));
    }

    /** A run in progress. */
    public String newRun() {
        return newRun(GENERAL);
    }

    public String newRun(String skillName) {
        return start(skillName).then().statusCode(202).extract().path("run_id");
    }

    public Response close(String run, Map<String, ?> body) {
        return internally("runs/" + run + "/close", body);
    }

    public Response emit(String run, Map<String, ?> body) {
        return internally("runs/" + run + "/emit-signal", body);
    }

    /** A finding that is well-formed. */
    public static Map<String, Object> finding() {
        Map<String, Object> body = new HashMap<>();
        body.put("description", "Calls of gpt-x cost 3.1 times as much as a week ago.");
        body.put("weight", 0.4);
        body.put("confidence", 0.8);
        body.put(
                "evidence",
                List.of(Map.of("source_product", "llm_analytics", "summary", "310 of 100", "entity_id", "x")));
        return body;
    }

    /** The same with another member. */
    public static Map<String, Object> finding(String member, Object value) {
        Map<String, Object> body = finding();
        body.put(member, value);
        return body;
    }
}
