package dev.sightline.observability.run;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.EventCaptured;
import dev.sightline.json.Json;
import dev.sightline.testing.TestProject;
import dev.sightline.testing.TopicReader;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A project with evaluations, and what its API says of their runs. */
public record RunFixture(TestProject project) {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Set<String> ENDED = Set.of("succeeded", "skipped", "failed");

    /** A generation that was captured now. */
    public EventCaptured generation(String properties) {
        Instant now = Timestamps.micros(Instant.now());
        return new EventCaptured(
                project.id(), UuidV7.next(), "$ai_generation", "d", now, now, Json.read(properties, ObjectNode.class));
    }

    /** Makes a program and returns its id. */
    public String program(String source, Map<String, Object> more) {
        return evaluation("hog", Map.of("source", source), more);
    }

    /** Makes a judge and returns its id. */
    public String judge(Map<String, Object> more) {
        return evaluation("llm_judge", Map.of("prompt", "Is it rude?"), more);
    }

    /** The choice of a model of a provider of one's own, with the project's active key. */
    public static Map<String, Object> model() {
        return Map.of("model_configuration", Map.of("provider", "openai_compatible", "model", "m"));
    }

    private String evaluation(String type, Map<String, Object> config, Map<String, Object> more) {
        ObjectNode body = Json.mapper().createObjectNode().put("name", "mine").put("evaluation_type", type);
        body.put("output_type", "boolean").set("evaluation_config", Json.tree(config));
        body.setAll((ObjectNode) Json.tree(more));
        return post("evaluations", body.toString())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Asks for a run and returns the answer. */
    public Response request(String evaluation, EventCaptured event) {
        return post(
                "evaluation_runs",
                Json.write(Map.of(
                        "evaluation_id", evaluation,
                        "target_event_id", event.uuid(),
                        "timestamp", event.timestamp())));
    }

    /** Asks for a run and waits for its end. */
    public JsonNode run(String evaluation, EventCaptured event) {
        String workflow =
                request(evaluation, event).then().statusCode(200).extract().path("workflow_id");
        return ended(workflow);
    }

    /** The run of that name once it has ended. */
    public JsonNode ended(String workflow) {
        return await().atMost(PATIENCE)
                .until(
                        () -> runs("").stream()
                                .filter(run -> run.path("workflow_id").asText().equals(workflow))
                                .findFirst()
                                .orElse(Json.mapper().nullNode()),
                        run -> ENDED.contains(run.path("status").asText()));
    }

    public List<JsonNode> runs(String query) {
        JsonNode page = Json.read(get("evaluation_runs/" + query).asString(), JsonNode.class);
        return List.of(Json.mapper().convertValue(page.path("results"), JsonNode[].class));
    }

    public JsonNode evaluation(String id) {
        return Json.read(get("evaluations/" + id).asString(), JsonNode.class);
    }

    /** The payloads of a topic that fit, once there are so many. */
    public static List<JsonNode> messages(String topic, int count, String... parts) {
        try (TopicReader reader = TopicReader.of(topic)) {
            return await().atMost(PATIENCE).until(() -> messages(reader, parts), found -> found.size() >= count);
        }
    }

    /** The payloads of a topic that fit so far. */
    public static List<JsonNode> messages(TopicReader reader, String... parts) {
        return reader.records(record -> contains(new String(record.value()), parts)).stream()
                .map(record -> json(record.value()))
                .toList();
    }

    private static boolean contains(String text, String... parts) {
        return List.of(parts).stream().allMatch(text::contains);
    }

    private static JsonNode json(byte[] value) {
        try {
            return Json.mapper().readTree(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Response post(String path, String body) {
        return request()
                .contentType("application/json")
                .body(body)
                .post("/api/projects/" + project.id() + "/" + path + "/");
    }

    public Response patch(String path, String body) {
        return request()
                .contentType("application/json")
                .body(body)
                .patch("/api/projects/" + project.id() + "/" + path + "/");
    }

    public Response get(String path) {
        return request().get("/api/projects/" + project.id() + "/" + path);
    }

    public RequestSpecification request() {
        return RestAssured.given().auth().oauth2(project.key());
    }

    static UUID id(JsonNode run) {
        return UUID.fromString(run.path("id").asText());
    }
}
