package dev.sightline.observability.evaluation.program;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.sightline.event.EventCaptured;
import dev.sightline.json.Json;
import dev.sightline.observability.event.EventStore;
import dev.sightline.observability.run.RunFixture;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trying programs (spec/observability.md 6). */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class TrialTest {

    @Inject
    EventStore events;

    private RunFixture project;

    @BeforeEach
    void ownProject() {
        project = new RunFixture(TestDirectory.newProject());
    }

    @Test
    void judgesTheNewestSamplesAndKeepsNothing() {
        store("{\"n\":1,\"$ai_input\":\"old\"}", Duration.ofHours(3));
        store(
                "{\"n\":2,\"$ai_input\":[{\"role\":\"user\",\"content\":\"" + "é".repeat(300)
                        + "\"}],\"$ai_trace_id\":\"t\"}",
                Duration.ofHours(1));

        test(Map.of("source", "print(properties.n); return properties.n = 2", "sample_count", 1))
                .then()
                .statusCode(200)
                .body("results", hasSize(1))
                .body("results[0].result", equalTo(true))
                .body("results[0].reasoning", equalTo("2"))
                .body("results[0].error", nullValue())
                .body("results[0].trace_id", equalTo("t"))
                .body("results[0].input_preview", equalTo("user: " + "é".repeat(194)))
                .body("results[0].output_preview", equalTo(""))
                .body("results[0].event_uuid", notNullValue())
                .body("message", nullValue());
        test(Map.of("source", "return properties.n = 2")).then().body("results.result", contains(true, false));
        project.get("evaluations/").then().body("count", equalTo(0));
        project.get("evaluation_runs/").then().body("count", equalTo(0));
    }

    @Test
    void tellsNotApplicableFromFailure() {
        store("{}", Duration.ZERO);

        test(Map.of("source", "return null", "allows_na", true))
                .then()
                .body("results[0].result", nullValue())
                .body("results[0].error", nullValue());
        test(Map.of("source", "return null"))
                .then()
                .body("results[0].result", nullValue())
                .body("results[0].error", containsString("boolean"));
        test(Map.of("source", "return unheard_of"))
                .then()
                .statusCode(200)
                .body("results[0].error", containsString("unheard_of"));
    }

    @Test
    void samplesByConditions() {
        store("{\"m\":\"a\"}", Duration.ofMinutes(1));
        store("{\"m\":\"b\"}", Duration.ofMinutes(2));
        store("{\"m\":\"c\"}", Duration.ofMinutes(3));
        Map<String, Object> a = Map.of("properties", List.of(Map.of("key", "m", "value", "a")));
        Map<String, Object> b =
                Map.of("properties", List.of(Map.of("key", "m", "value", "b")), "rollout_percentage", 0);

        test(Map.of("source", "return properties.m = 'b'", "conditions", List.of(a, b)))
                .then()
                .body("results.result", contains(false, true));
        test(Map.of("source", "return true", "conditions", List.of(a, Map.of())))
                .then()
                .body("results", hasSize(3));
    }

    @Test
    void findsSamplesHoweverDeepTheyLie() {
        Instant now = Instant.now();
        List<EventCaptured> many = IntStream.rangeClosed(1, 400)
                .mapToObj(n -> at(now.minusSeconds(n), "{\"m\":\"" + (n % 190 == 0 ? "rare" : "common") + "\"}"))
                .toList();
        events.save(many).await().indefinitely();
        Map<String, Object> rare = Map.of("properties", List.of(Map.of("key", "m", "value", "rare")));

        test(Map.of("source", "return true", "conditions", List.of(rare)))
                .then()
                .body(
                        "results.event_uuid",
                        contains(
                                many.get(189).uuid().toString(),
                                many.get(379).uuid().toString()));
    }

    @Test
    void saysWhenThereIsNothingToJudge() {
        store("{}", Duration.ofDays(8));

        test(Map.of("source", "return true"))
                .then()
                .statusCode(200)
                .body("results", hasSize(0))
                .body("message", containsString("last 7 days"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|source",
                "{\"source\":\"  \"}|source",
                "{\"source\":\"return true\",\"sample_count\":0}|sample_count",
                "{\"source\":\"return true\",\"sample_count\":11}|sample_count",
                "{\"source\":\"return true\",\"sample_count\":\"many\"}|sample_count",
                "{\"source\":\"return true\",\"allows_na\":\"perhaps\"}|allows_na",
                "{\"source\":\"return true\",\"conditions\":[1]}|conditions__0__non_field_errors",
                "{\"source\":\"return true\",\"conditions\":{}}|conditions",
                "{\"source\":\"return true\",\"conditions\":[{\"properties\":[{\"key\":\"k\"}]}]}|conditions__0__properties__0__value"
            })
    void refusesWhatIsWrongInItsOwnForm(String body, String field) {
        project.post("evaluations/test_hog", body)
                .then()
                .statusCode(400)
                .body("error." + field, hasSize(1))
                .body("type", nullValue());
    }

    @Test
    void saysWhyTheSourceDoesNotCompile() {
        test(Map.of("source", "return (")).then().statusCode(400).body("error", containsString("does not compile"));
    }

    @Test
    void needsNoMoreThanReading() {
        RestAssured.given()
                .auth()
                .oauth2(project.project().keyWith("evaluation:read"))
                .contentType("application/json")
                .body("{\"source\":\"return true\"}")
                .post("/api/projects/" + project.project().id() + "/evaluations/test_hog/")
                .then()
                .statusCode(200);
        RestAssured.given()
                .auth()
                .oauth2(project.project().keyWith("dataset:read"))
                .contentType("application/json")
                .body("{}")
                .post("/api/projects/" + project.project().id() + "/evaluations/test_hog/")
                .then()
                .statusCode(403)
                .body("code", equalTo("permission_denied"));
    }

    private Response test(Map<String, Object> body) {
        return project.post("evaluations/test_hog", Json.write(body));
    }

    private void store(String properties, Duration age) {
        events.save(List.of(at(Instant.now().minus(age), properties))).await().indefinitely();
    }

    private EventCaptured at(Instant time, String properties) {
        EventCaptured now = project.generation(properties);
        return new EventCaptured(
                now.projectId(), now.uuid(), now.event(), now.distinctId(), time, now.receivedAt(), now.properties());
    }
}
