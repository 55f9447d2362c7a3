package dev.sightline.signals;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

import dev.sightline.json.Json;
import dev.sightline.signals.processing.Emitted;
import dev.sightline.testing.TestProject;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The inbox of a project as a client sees it, for tests. */
public record Inbox(TestProject project) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A request of somebody who may do everything. */
    public RequestSpecification asMember() {
        return given().header("Authorization", "Bearer " + project.key());
    }

    public String path(String path) {
        return "/api/projects/" + project.id() + "/signals/" + path;
    }

    public Response get(String path) {
        return asMember().get(path(path));
    }

    public Response post(String path, Object body) {
        return asMember().contentType("application/json").body(Json.write(body)).post(path(path));
    }

    public Response patch(String path, Object body) {
        return asMember().contentType("application/json").body(Json.write(body)).patch(path(path));
    }

    public Response put(String path, Object body) {
        return asMember().contentType("application/json").body(Json.write(body)).put(path(path));
    }

    /** Sends a signal that alone is heavy enough for a report. */
    public void emit(String description) {
        emit(description, 1.0);
    }

    public void emit(String description, double weight) {
        post("emit", Emitted.body(description, weight)).then().statusCode(202);
    }

    /** Emits one signal and waits for its report to be judged. */
    public UUID readyReport() {
        emit("Rage clicks on 'Apply coupon' at /cart\nThe visitor clicked 'Apply coupon' 7 times, nothing happened.");
        return awaitReport("ready");
    }

    /** The only report of a status, as soon as there is one. */
    public UUID awaitReport(String status) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        get("reports?status=" + status).then().statusCode(200).body("results.status", hasItem(status)));
        return UUID.fromString(get("reports?status=" + status).jsonPath().getString("results[0].id"));
    }

    /** Brings a report into another state. */
    public Response state(UUID report, Map<String, ?> body) {
        return post("reports/" + report + "/state", body);
    }
}
