package dev.sightline.signals.task;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.sightline.signals.Inbox;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class TaskRunApiTest {

    private static final String PR = "https://github.com/acme/shop/pull/7";

    private final Inbox inbox = new Inbox(TestDirectory.newProject());
    private final UUID task = UUID.randomUUID();

    @Test
    void aMergedPullRequestResolvesTheReport() {
        UUID report = inbox.readyReport();
        inbox.post(
                "reports/" + report + "/artefacts",
                Map.of("artefact_type", "task_run", "content", Map.of("task_id", task)));

        report("open").then().statusCode(200);
        inbox.get("reports?has_implementation_pr=true").then().body("results.implementation_pr_url", contains(PR));
        inbox.get("reports?task_id=" + task).then().body("results.id", contains(report.toString()));
        report("merged").then().statusCode(200).body("pr_state", equalTo("merged"));

        inbox.get("reports/" + report)
                .then()
                .body("status", equalTo("resolved"))
                .body("implementation_pr_url", equalTo(PR));
    }

    @Test
    void aTaskBelongsToTheProjectThatNamedItFirst() {
        report("open").then().statusCode(200);

        Inbox other = new Inbox(TestDirectory.newProject());
        other.post("tasks/" + task + "/runs", Map.of("run_id", "1", "status", "completed"))
                .then()
                .statusCode(404);
    }

    private Response report(String prState) {
        Map<String, Object> run = new HashMap<>(Map.of("run_id", "1", "status", "completed"));
        run.put("pr_url", PR);
        run.put("pr_state", prState);
        return inbox.post("tasks/" + task + "/runs", run);
    }
}
