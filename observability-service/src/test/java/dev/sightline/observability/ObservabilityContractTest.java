package dev.sightline.observability;

import dev.sightline.contract.ContractHarness;
import dev.sightline.contract.Probe;
import dev.sightline.event.EventCaptured;
import dev.sightline.observability.event.EventStore;
import dev.sightline.observability.run.RunFixture;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds every operation of this service against the contract. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class ObservabilityContractTest extends ContractHarness {

    private static final String BASE = "/api/environments/:project_id/";
    private static final Map<String, Object> DATASET =
            Map.of("name", "Refunds", "description", "Asked for money back", "metadata", Map.of("a", 1));

    private static final Map<String, Object> EVALUATION = Map.of(
            "name",
            "Polite",
            "evaluation_type",
            "llm_judge",
            "evaluation_config",
            Map.of("prompt", "Is the answer polite?"),
            "output_type",
            "boolean",
            "conditions",
            List.of(Map.of("id", "all")),
            "model_configuration",
            Map.of("provider", "openai", "model", "gpt-5-mini"));

    @Inject
    EventStore events;

    private final TestProject project = TestDirectory.newProject();
    private final Map<String, Probe.Source> probes = new HashMap<>();

    ObservabilityContractTest() {
        probes.put("GET " + BASE + "datasets", this::newDataset);
        probes.put("POST " + BASE + "datasets", () -> Probe.get().body(DATASET));
        probes.put("GET " + BASE + "datasets/:id", this::newDataset);
        probes.put("PATCH " + BASE + "datasets/:id", () -> newDataset().body(Map.of("description", "Changed")));
        probes.put("DELETE " + BASE + "datasets/:id", this::newDataset);
        probes.put("GET " + BASE + "dataset_items", this::newItem);
        probes.put("POST " + BASE + "dataset_items", () -> Probe.get().body(item()));
        probes.put("GET " + BASE + "dataset_items/:id", this::newItem);
        probes.put("PATCH " + BASE + "dataset_items/:id", () -> newItem().body(Map.of("input", "Changed")));
        probes.put("DELETE " + BASE + "dataset_items/:id", this::newItem);
        probes.put("GET " + BASE + "evaluations", this::newEvaluation);
        probes.put("POST " + BASE + "evaluations", () -> Probe.get().body(EVALUATION));
        probes.put("GET " + BASE + "evaluations/:id", this::newEvaluation);
        probes.put("PATCH " + BASE + "evaluations/:id", () -> newEvaluation().body(Map.of("description", "Changed")));
        probes.put("DELETE " + BASE + "evaluations/:id", this::newEvaluation);
        probes.put("POST " + BASE + "evaluations/test_hog", this::trial);
        probes.put("POST " + BASE + "evaluation_runs", this::run);
    }

    private Probe newDataset() {
        return Probe.get().with("id", post("datasets", DATASET));
    }

    private Probe newItem() {
        return Probe.get().with("id", post("dataset_items", item()));
    }

    private Probe newEvaluation() {
        return Probe.get().with("id", post("evaluations", EVALUATION));
    }

    private Probe trial() {
        captured();
        return Probe.get().body(Map.of("source", "return true", "sample_count", 1));
    }

    private Probe run() {
        EventCaptured event = captured();
        return Probe.get()
                .body(Map.of(
                        "evaluation_id", post("evaluations", EVALUATION),
                        "target_event_id", event.uuid(),
                        "timestamp", event.timestamp()));
    }

    private EventCaptured captured() {
        EventCaptured event = new RunFixture(project).generation("{\"$ai_trace_id\":\"t\"}");
        events.save(List.of(event)).await().indefinitely();
        return event;
    }

    private Map<String, Object> item() {
        return Map.of(
                "dataset", post("datasets", DATASET),
                "input", "question",
                "output", "answer",
                "metadata", Map.of("a", 1),
                "ref_trace_id", "trace",
                "ref_timestamp", "2026-11-21T10:00:00Z",
                "ref_source_id", "span");
    }

    private String post(String path, Object body) {
        return RestAssured.given()
                .auth()
                .oauth2(project.key())
                .contentType("application/json")
                .body(body)
                .post("/api/projects/" + project.id() + "/" + path)
                .path("id");
    }

    @Override
    protected String service() {
        return "observability";
    }

    @Override
    protected Map<String, Probe.Source> probes() {
        return probes;
    }

    @Override
    protected int projectId() {
        return project.id();
    }

    @Override
    protected String keyWith(List<String> scopes) {
        return project.keyWith(scopes.toArray(String[]::new));
    }
}
