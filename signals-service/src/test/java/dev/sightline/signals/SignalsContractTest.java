package dev.sightline.signals;

import dev.sightline.contract.ContractHarness;
import dev.sightline.contract.Probe;
import dev.sightline.signals.scout.Scouts;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** Holds every operation of this service against the contract. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class SignalsContractTest extends ContractHarness {

    private static final String BASE = "/api/projects/:project_id/signals/";

    private final GithubDouble github = new GithubDouble();
    private final TestProject project = TestDirectory.newProject(github::connect);
    private final Inbox inbox = new Inbox(project);
    private final Map<String, Probe.Source> probes = new HashMap<>();
    private final Scouts scouts = Scouts.of(project);
    private UUID report;
    private String run;

    SignalsContractTest() {
        processing();
        sourceConfigs();
        reports();
        artefacts();
        scouts();
    }

    private void processing() {
        probes.put("GET " + BASE + "processing", () -> Probe.get().allowing("paused_until"));
        probes.put("DELETE " + BASE + "processing/pause", () -> Probe.get().allowing("was_paused"));
    }

    private void sourceConfigs() {
        probes.put("GET " + BASE + "source_configs", () -> with("id", newConfig()));
        probes.put("POST " + BASE + "source_configs", () -> unconfigured().body(githubIssues()));
        probes.put("GET " + BASE + "source_configs/:id", () -> with("id", newConfig()));
        probes.put("PATCH " + BASE + "source_configs/:id", () -> with("id", newConfig())
                .body(Map.of("enabled", false)));
        probes.put("DELETE " + BASE + "source_configs/:id", () -> with("id", newConfig()));
    }

    private void reports() {
        probes.put("GET " + BASE + "reports", () -> with("id", report()));
        probes.put("GET " + BASE + "reports/:id", () -> with("id", report()));
        probes.put("POST " + BASE + "reports/:id/state", () -> with("id", restored())
                .body(dismissal()));
        probes.put("POST " + BASE + "reports/bulk-state", () -> Probe.get().body(bulk()));
    }

    private void artefacts() {
        String base = BASE + "reports/:report_id/artefacts";
        probes.put("GET " + base, () -> of(report(), newNote()));
        probes.put("POST " + base, () -> of(report(), "none").body(note()));
        probes.put("GET " + base + "/:id", () -> of(report(), newNote()));
        probes.put("PATCH " + base + "/:id", () -> of(report(), newNote())
                .body(Map.of("content", Map.of("note", "Seen again."))));
        probes.put("DELETE " + base + "/:id", () -> of(report(), newNote()));
        probes.put("GET " + base + "/:id/diff", () -> of(report(), newCommit()));
    }

    private void scouts() {
        String base = BASE + "scout/";
        probes.put("GET " + base + "configs", () -> with("id", scout()));
        probes.put("POST " + base + "configs", () -> with("id", scout()).body(Map.of("skill_name", Scouts.GENERAL)));
        probes.put("PATCH " + base + "configs/:id", () -> with("id", scout()).body(Map.of("enabled", true)));
        probes.put("POST " + base + "configs/sync", () -> Probe.get().body(Map.of()));
        probes.put("GET " + base + "metadata/current", Probe::get);
        probes.put("GET " + base + "project_profile/current", () -> with("id", profile())
                .allowing("coverage"));
        probes.put("GET " + base + "runs", () -> with("id", run()));
        probes.put("GET " + base + "runs/:id", () -> with("id", run())
                .allowing("created_at", "error", "failure_reason", "emitted_count", "emitted_finding_ids"));
        probes.put(
                "POST " + base + "runs/:id/emit-signal", () -> with("id", run()).body(Scouts.finding("weight", 0)));
        probes.put("GET " + base + "scratchpad", () -> with("id", written()));
        probes.put("POST " + base + "scratchpad", () -> Probe.get().body(Map.of("key", "k", "content", "c")));
        probes.put("POST " + base + "scratchpad/forget", () -> Probe.get().body(Map.of("key", "k")));
    }

    private UUID scout() {
        return scouts.config(Scouts.GENERAL);
    }

    private String run() {
        if (run == null) {
            run = scouts.newRun();
        }
        return run;
    }

    private String profile() {
        return Scouts.with(scouts.internalKey())
                .get(scouts.path("project_profile/current"))
                .path("profile_id");
    }

    private int written() {
        return scouts.internally("scratchpad", Map.of("key", "seen", "content", "c", "run_id", run()))
                .statusCode();
    }

    private static Probe with(String name, Object value) {
        return Probe.get().with(name, value);
    }

    private static Probe of(UUID report, String artefact) {
        return with("report_id", report).with("id", artefact);
    }

    private static Map<String, Object> githubIssues() {
        return Map.of("source_product", "github", "source_type", "issue", "enabled", true, "config", Map.of());
    }

    /** A project without the configuration that a call before has left. */
    private Probe unconfigured() {
        inbox.get("source_configs")
                .jsonPath()
                .getList("results.id", String.class)
                .forEach(id -> inbox.asMember().delete(inbox.path("source_configs/" + id)));
        return Probe.get();
    }

    private String newConfig() {
        unconfigured();
        return inbox.post("source_configs", githubIssues()).jsonPath().getString("id");
    }

    private UUID report() {
        if (report == null) {
            report = inbox.readyReport();
        }
        return report;
    }

    private UUID restored() {
        inbox.state(report(), Map.of("state", "potential"));
        return report();
    }

    private static Map<String, Object> dismissal() {
        return Map.of("state", "suppressed", "dismissal_reason", "other", "dismissal_note", "Known.");
    }

    private Map<String, Object> bulk() {
        Map<String, Object> bulk = new HashMap<>(dismissal());
        bulk.put("ids", List.of(restored(), UUID.randomUUID()));
        return bulk;
    }

    private static Map<String, Object> note() {
        return Map.of("artefact_type", "note", "content", Map.of("note", "Looked at it."));
    }

    private String newNote() {
        return inbox.post("reports/" + report() + "/artefacts", note())
                .jsonPath()
                .getString("id");
    }

    private String newCommit() {
        Map<String, Object> commit = Map.of(
                "repository", github.repository(), "branch", "fix/cart", "commit_sha", "abc1234", "message", "Mend it");
        return inbox.post("reports/" + report() + "/artefacts", Map.of("artefact_type", "commit", "content", commit))
                .jsonPath()
                .getString("id");
    }

    @AfterEach
    void stop() {
        github.close();
    }

    @Override
    protected String service() {
        return "signals";
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
        String[] all = scopes.toArray(String[]::new);
        return scopes.contains("signal_scout_internal:write") ? project.internalKeyWith(all) : project.keyWith(all);
    }
}
