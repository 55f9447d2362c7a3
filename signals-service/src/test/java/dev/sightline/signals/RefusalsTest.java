package dev.sightline.signals;

import static io.restassured.http.ContentType.JSON;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.signals.artefact.Attribution;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Every 400, 404 and 409 of the inbox's API that depends on the request alone, one a line of {@code refusals.csv}: none of
 * them changes anything. What GitHub is needed for (404, 429 and 502 of a diff) is in {@code CommitDiffTest}, the filters
 * of the list in {@code ReportListApiTest}.
 */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class RefusalsTest {

    private static final Inbox OTHERS = new Inbox(TestDirectory.newProject());

    private static Inbox inbox;
    private static Map<String, String> places;
    private static String taskOfOthers;

    @BeforeEach
    void fillOnce() {
        if (places == null) {
            inbox = new Inbox(TestDirectory.newProject());
            taskOfOthers = taskOfOthers();
            String report = inbox.readyReport().toString();
            places = Map.of(
                    "report", report,
                    "dismissed", dismissed(),
                    "foreign", OTHERS.readyReport().toString(),
                    "none", UUID.randomUUID().toString(),
                    "note", artefact(report, "note", Map.of("note", "x")),
                    "run", artefact(report, "task_run", Map.of("task_id", UUID.randomUUID())),
                    "title_change", systemArtefact(report),
                    "reviewers", artefact(report, "suggested_reviewers", List.of(Map.of("github_login", "grace"))),
                    "config", configOf(inbox),
                    "foreign_config", configOf(OTHERS));
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3} {4}")
    @CsvFileSource(resources = "/dev/sightline/signals/refusals.csv", delimiter = '|', maxCharsPerColumn = 20_000)
    void isRefusedAndChangesNothing(String method, String path, String body, int status, String where) {
        String before = state();

        Response answer = request(body).request(method, inbox.path(filled(path)));

        says(answer.then().statusCode(status), where);
        assertEquals(before, state());
    }

    /** A body may begin with the task that the header names. */
    private static RequestSpecification request(String body) {
        RequestSpecification request = inbox.asMember();
        if (body == null) {
            return request;
        }
        String text = filled(body);
        if (text.startsWith("as ")) {
            String task = text.substring(3, text.indexOf(' ', 3));
            request.header(Attribution.HEADER, task.equals("theirs") ? taskOfOthers : task);
            text = text.substring(text.indexOf(' ', 3) + 1);
        }
        return request.contentType(JSON).body(text);
    }

    private static String filled(String text) {
        String filled = text.replace("{long}", "x".repeat(4_001)).replace("{longer}", "x".repeat(10_001));
        for (Map.Entry<String, String> place : places.entrySet()) {
            filled = filled.replace("{" + place.getKey() + "}", place.getValue());
        }
        return filled;
    }

    /** {@code attr} of the envelope, or a part of the text of a refusal by hand, or nothing more. */
    private static void says(ValidatableResponse answer, String where) {
        String[] said = where == null ? new String[] {""} : where.split("=", 2);
        switch (said[0]) {
            case "attr" -> answer.body("type", equalTo("validation_error")).body("attr", equalTo(said[1]));
            case "error" -> answer.body("error", containsString(said[1]));
            default -> answer.body("detail", notNullValue());
        }
    }

    /** All that the requests could have changed. */
    private static String state() {
        return List.of("reports?status=ready,suppressed", "source_configs", "processing").stream()
                .map(path -> inbox.get(path).asString())
                .reduce("", String::concat);
    }

    private static String dismissed() {
        inbox.emit("Export of invoices times out\nThe PDF never arrives in accounting, whoever asks for it.");
        await().atMost(Duration.ofSeconds(60)).until(() -> invoices() != null);
        String report = invoices();
        inbox.state(UUID.fromString(report), Map.of("state", "suppressed"))
                .then()
                .statusCode(200);
        return report;
    }

    private static String invoices() {
        return inbox.get("reports?status=potential,pending_input,ready&search=invoices")
                .jsonPath()
                .getString("results[0].id");
    }

    private static String artefact(String report, String type, Object content) {
        return inbox.post("reports/" + report + "/artefacts", Map.of("artefact_type", type, "content", content))
                .jsonPath()
                .getString("id");
    }

    private static String systemArtefact(String report) {
        inbox.patch("reports/" + report, Map.of("title", "Another title"))
                .then()
                .statusCode(200);
        return inbox.get("reports/" + report + "/artefacts")
                .jsonPath()
                .getString("results.find { it.type == 'title_change' }.id");
    }

    private static String configOf(Inbox of) {
        return of.post("source_configs", Map.of("source_product", "linear", "source_type", "issue"))
                .jsonPath()
                .getString("id");
    }

    private static String taskOfOthers() {
        String task = UUID.randomUUID().toString();
        OTHERS.post("tasks/" + task + "/runs", Map.of("run_id", "1", "status", "running"))
                .then()
                .statusCode(200);
        return task;
    }
}
