package dev.sightline.observability.event;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.EventCaptured;
import dev.sightline.json.Json;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Captured events over the API. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class EventApiTest {

    private static final Instant NOW = Timestamps.micros(Instant.now());

    @Inject
    EventStore store;

    private TestProject project;

    @BeforeEach
    void ownProject() {
        project = TestDirectory.newProject();
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        store(event("first", "ada", 30), event("second", "bob", 20), event("third", "ada", 10));

        list("limit=100")
                .body("results.event", contains("third", "second", "first"))
                .body("next", nullValue());
        list("limit=2")
                .body("results.event", contains("third", "second"))
                .body("next", endsWith("/events/?limit=2&offset=2"));
        list("limit=2&offset=2").body("results.event", contains("first")).body("next", nullValue());
    }

    @Test
    void filtersByNamePersonAndTime() {
        store(
                event("seen", "ada", 30),
                event("seen", "bob", 20),
                event("gone", "ada", 10),
                event("old", "ada", 90_000));

        list("event=seen").body("results.distinct_id", contains("bob", "ada"));
        list("distinct_id=ada").body("results.event", contains("gone", "seen"));
        list("before=" + ago(15) + "&after=" + ago(25)).body("results.event", contains("seen"));
        list("after=" + ago(100_000) + "&event=old").body("results.size()", equalTo(1));
        list("event=never").body("results", empty());
    }

    @Test
    void answersOneEventWithItsConversationAndTheListWithout() {
        EventCaptured event = event("$ai_generation", "ada", 5);
        event.properties().put("$ai_model", "small").put("$ai_input", "What is it?");
        store(event);

        list("limit=100")
                .body("results[0].id", equalTo(event.uuid().toString()))
                .body("results[0].timestamp", equalTo(Timestamps.print(event.timestamp())))
                .body("results[0].properties.$ai_model", equalTo("small"))
                .body("results[0].properties", not(hasKey("$ai_input")));
        get("/" + event.uuid(), project)
                .statusCode(200)
                .body("distinct_id", equalTo("ada"))
                .body("properties.$ai_input", equalTo("What is it?"));
    }

    @Test
    void hidesEventsOfOtherProjectsAndWhatIsNone() {
        EventCaptured event = event("seen", "ada", 5);
        store(event);
        TestProject other = TestDirectory.newProject();

        get("/" + event.uuid(), other).statusCode(404);
        get("", other).body("results", empty());
        get("/none", project).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"properties=[]", "person_id=1", "where=1", "select=*", "after=yesterday", "before=x"})
    void namesTheFilterItCannotFollow(String query) {
        get("/?" + query, project).statusCode(400).body("attr", equalTo(query.split("=")[0]));
    }

    @Test
    void asksForTheScope() {
        String key = project.keyWith("dataset:read");

        RestAssured.given().auth().oauth2(key).get(path("/")).then().statusCode(403);
    }

    private void store(EventCaptured... events) {
        store.save(List.of(events)).await().indefinitely();
    }

    private EventCaptured event(String name, String person, long secondsAgo) {
        ObjectNode properties = Json.mapper().createObjectNode();
        Instant at = NOW.minusSeconds(secondsAgo);
        return new EventCaptured(project.id(), UuidV7.next(), name, person, at, NOW, properties);
    }

    private static String ago(long seconds) {
        return Timestamps.print(NOW.minusSeconds(seconds));
    }

    private ValidatableResponse list(String query) {
        return get("/?" + query, project).statusCode(200);
    }

    private ValidatableResponse get(String rest, TestProject of) {
        return RestAssured.given()
                .auth()
                .oauth2(of.key())
                .get("/api/projects/" + of.id() + "/events" + rest)
                .then();
    }

    private String path(String rest) {
        return "/api/projects/" + project.id() + "/events" + rest;
    }
}
