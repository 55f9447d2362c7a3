package dev.sightline.observability.capture;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import dev.sightline.testing.Wire;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;

/** Sends to capture routes as clients do and sees what is stored, in a project of the test's own. */
public abstract class CaptureScenario {

    private static final String ROWS = """
            select jsonb_build_object('uuid', e.uuid, 'event', e.event, 'distinct_id', e.distinct_id,
                'properties', e.properties || coalesce(c.properties, '{}'))::text
            from event e left join event_content c using (project_id, day, uuid)
            where project_id = $1""";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    Pool pool;

    protected TestProject project;
    protected Wire wire;

    @BeforeEach
    void ownProject() {
        project = TestDirectory.newProject();
        wire = new Wire(port);
    }

    /** Checks a refusal, and that nothing of the request was stored before what came after it. */
    protected void refused(HttpResponse<String> answer, int status, String reason) {
        assertEquals(reason, answer.body());
        assertEquals(status, answer.statusCode());
        batch("{'event':'after','distinct_id':'d'}");
        assertEquals("after", stored(1).get(0).path("event").textValue());
    }

    /** Sends one event on the batch route of AI events. */
    protected void batch(String event) {
        byte[] body = bytes("{'api_key':'" + project.captureToken() + "','batch':[" + event + "]}");
        assertEquals(200, wire.post("/i/v0/ai/batch/", Map.of(), body).statusCode());
    }

    /** All events of the project, once there are so many; more would fail. */
    protected List<JsonNode> stored(int count) {
        await().untilAsserted(() -> assertEquals(count, rows().size()));
        return rows();
    }

    private List<JsonNode> rows() {
        return pool.preparedQuery(ROWS)
                .execute(Tuple.of(project.id()))
                .map(rows -> rows.stream()
                        .map(row -> Json.read(row.getString(0), JsonNode.class))
                        .toList())
                .await()
                .indefinitely();
    }

    /** The token of the project and a content type. */
    protected Map<String, String> headers(String type) {
        return new HashMap<>(Map.of("Authorization", "Bearer " + project.captureToken(), "Content-Type", type));
    }

    /** JSON written with single quotes. */
    protected static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
