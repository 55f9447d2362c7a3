package dev.sightline.vision;

import dev.sightline.contract.ContractHarness;
import dev.sightline.contract.Probe;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

@QuarkusTest
class VisionContractTest extends ContractHarness {

    private static final String SCANNERS = "/api/projects/:project_id/vision/scanners";

    private final TestProject project = TestDirectory.newProject();

    @Override
    protected String service() {
        return "vision";
    }

    @Override
    protected int projectId() {
        return project.id();
    }

    @Override
    protected String keyWith(List<String> scopes) {
        return project.keyWith(scopes.toArray(String[]::new));
    }

    @Override
    protected Map<String, Probe.Source> probes() {
        return Map.of(
                "POST " + SCANNERS + "/estimate", () -> Probe.get().body(Map.of("sampling_rate", 0.5)),
                "GET " + SCANNERS + "/creators", probe(),
                "GET " + SCANNERS + "/stats", probe(),
                "GET " + SCANNERS + "/:scanner_id/observations/stats",
                        () -> Probe.get().with("scanner_id", observation().scanner()),
                "GET " + SCANNERS + "/:id", () -> Probe.get().with("id", scanner()),
                "PATCH " + SCANNERS + "/:id",
                        () -> Probe.get().with("id", scanner()).body(Map.of("description", "changed")),
                "DELETE " + SCANNERS + "/:id", () -> Probe.get().with("id", scanner()),
                "POST " + SCANNERS + "/:id/observe",
                        () -> Probe.get().with("id", scanner()).body(Map.of("session_id", "s-1")),
                "GET " + SCANNERS + "/:scanner_id/observations",
                        () -> Probe.get().with("scanner_id", observation().scanner()),
                "GET " + SCANNERS + "/:scanner_id/observations/:id",
                        () -> {
                            Observed observed = observation();
                            return Probe.get()
                                    .with("scanner_id", observed.scanner())
                                    .with("id", observed.id());
                        });
    }

    private Probe.Source probe() {
        return () -> {
            scanner();
            return Probe.get();
        };
    }

    private record Observed(String scanner, String id) {}

    private Observed observation() {
        String scanner = scanner();
        String path = scanners() + "/" + scanner;
        RestAssured.given()
                .auth()
                .oauth2(project.key())
                .contentType("application/json")
                .body(Map.of("session_id", "nobody-was-here"))
                .post(path + "/observe");
        String id = Awaitility.await()
                .until(
                        () -> RestAssured.given()
                                .auth()
                                .oauth2(project.key())
                                .get(path + "/observations?status=ineligible")
                                .path("results[0].id"),
                        found -> found != null);
        return new Observed(scanner, id);
    }

    private String scanner() {
        return RestAssured.given()
                .auth()
                .oauth2(project.key())
                .contentType("application/json")
                .body(Map.of(
                        "name", "probe " + UUID.randomUUID(),
                        "scanner_type", "monitor",
                        "scanner_config", Map.of("prompt", "Did anything go wrong?"),
                        "provider", "local",
                        "model", "local"))
                .post(scanners())
                .path("id");
    }

    private String scanners() {
        return "/api/projects/" + project.id() + "/vision/scanners";
    }
}
