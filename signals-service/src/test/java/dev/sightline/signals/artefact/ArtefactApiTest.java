package dev.sightline.signals.artefact;

import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.signals.Inbox;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class ArtefactApiTest {

    private final Inbox inbox = new Inbox(TestDirectory.newProject());
    private String artefacts;
    private UUID report;

    @BeforeEach
    void report() {
        report = inbox.readyReport();
        artefacts = "reports/" + report + "/artefacts";
    }

    @Test
    void theNewestJudgementCountsAndDeletingItBringsBackTheOneBefore() {
        String first = append("priority_judgment", Map.of("explanation", "Few", "priority", "P3"))
                .jsonPath()
                .getString("id");
        String second = append("priority_judgment", Map.of("explanation", "Many", "priority", "P1"))
                .jsonPath()
                .getString("id");
        inbox.get("reports/" + report).then().body("priority", equalTo("P1"));

        inbox.asMember().delete(inbox.path(artefacts + "/" + second)).then().statusCode(204);

        inbox.get("reports/" + report).then().body("priority", equalTo("P3"));
        inbox.get(artefacts + "/" + second).then().statusCode(404);
        inbox.get(artefacts + "/" + first).then().statusCode(200);
    }

    @Test
    void aRunOfTheReportLeavesItsJudgements() {
        inbox.get(artefacts)
                .then()
                .statusCode(200)
                .body(
                        "results.type.sort()",
                        contains("actionability_judgment", "priority_judgment", "repo_selection", "safety_judgment"))
                .body("results.created_by", everyItem(nullValue()));
    }

    @Test
    void aContentIsStoredWithItsDefaultsAndWithoutStrangers() {
        append(
                        "signal_finding",
                        Map.of(
                                "signal_id",
                                "s",
                                "relevant_code_paths",
                                List.of("a.java"),
                                "data_queried",
                                "",
                                "verified",
                                true,
                                "x",
                                1))
                .then()
                .statusCode(201)
                .body("content.relevant_commit_hashes", anEmptyMap())
                .body("content.x", nullValue())
                .body("report_id", equalTo(report.toString()))
                .body("created_by", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "safety_judgment|{}|choice",
                "actionability_judgment|{\"explanation\":\" \",\"actionability\":\"not_actionable\",\"already_addressed\":false}|explanation",
                "actionability_judgment|{\"explanation\":\"x\",\"actionability\":\"maybe\",\"already_addressed\":false}|actionability",
                "priority_judgment|{\"explanation\":\"x\",\"priority\":\"P9\"}|priority",
                "repo_selection|{\"repository\":\"nowhere\",\"reason\":\"x\"}|repository",
                "suggested_reviewers|[{\"github_login\":\"\"}]|github_login",
                "suggested_reviewers|[{\"github_login\":\"a\",\"relevant_commits\":[{\"sha\":\"1\",\"url\":\"u\",\"reason\":\"r\",\"x\":1}]}]|relevant_commits",
                "signal_finding|{\"signal_id\":\"s\"}|relevant_code_paths",
                "code_reference|{\"file_path\":\"a\",\"start_line\":9,\"end_line\":3,\"contents\":\"x\",\"relevance_note\":\"y\"}|end_line",
                "code_reference|{\"file_path\":\"a\",\"start_line\":0,\"end_line\":3,\"contents\":\"x\",\"relevance_note\":\"y\"}|start_line",
                "code_reference|{\"file_path\":\"a\",\"start_line\":1,\"end_line\":30,\"contents\":\"x\",\"relevance_note\":\"y\"}|end_line",
                "commit|{\"repository\":\"a/b\",\"branch\":\"\",\"commit_sha\":\"1\",\"message\":\"m\"}|branch",
                "note|{}|note",
                "title_change|{\"new_title\":\"x\"}|read-only",
                "video_segment|{}|read-only",
                "poem|{}|Writable types",
            })
    void aContentThatDoesNotFitIsRefusedAndNothingIsStored(String type, String content, String complaint) {
        int before = inbox.get(artefacts).jsonPath().getInt("count");

        append(type, Json.read(content, JsonNode.class))
                .then()
                .statusCode(400)
                .body("error", containsString(complaint));

        inbox.get(artefacts).then().body("count", equalTo(before));
    }

    @Test
    void aTaskIsNamedAsTheAuthorInPlaceOfThePerson() {
        UUID task = UUID.randomUUID();
        appendAs(task.toString(), "note", Map.of("note", "Done"))
                .then()
                .statusCode(201)
                .body("task_id", equalTo(task.toString()));

        inbox.get(artefacts)
                .then()
                .body("results[0].task_id", equalTo(task.toString()))
                .body("results[0].created_by", nullValue());
        append("note", Map.of("note", "Seen"));
        inbox.get(artefacts).then().body("results[0].created_by.email", notNullValue());
    }

    @Test
    void theRunOfATaskIsKeptOnce() {
        UUID task = UUID.randomUUID();
        String first = appendAs(task.toString(), "task_run", Map.of())
                .then()
                .statusCode(201)
                .body("content.product", equalTo("tasks"))
                .body("content.type", equalTo("agent_run"))
                .extract()
                .jsonPath()
                .getString("id");

        append("task_run", Map.of("task_id", task, "product", "signals", "type", "implementation"))
                .then()
                .statusCode(200)
                .body("id", equalTo(first));
        append("task_run", Map.of("task_id", UUID.randomUUID(), "product", "Not A Slug"))
                .then()
                .statusCode(400)
                .body("error", containsString("product"));
    }

    @Test
    void reviewersAreShownWithTheirPeopleAndCanBeReplaced() {
        String login = inbox.project().person().githubLogin();
        String id = append(
                        "suggested_reviewers",
                        List.of(Map.of(
                                "github_login", login.toUpperCase(),
                                "relevant_commits", List.of(Map.of("sha", "1", "url", "u", "reason", "Wrote it")))))
                .jsonPath()
                .getString("id");
        inbox.get("reports/" + report).then().body("is_suggested_reviewer", equalTo(true));
        inbox.get("reports?suggested_reviewers=" + inbox.project().person().uuid())
                .then()
                .body("count", equalTo(1));

        inbox.put(
                        artefacts + "/" + id,
                        Map.of(
                                "content",
                                List.of(
                                        Map.of(
                                                "user_uuid",
                                                inbox.project().person().uuid()),
                                        Map.of("github_login", "Somebody"))))
                .then()
                .statusCode(200)
                .body("content.github_login", contains(login, "somebody"))
                .body("content[0].relevant_commits.reason", contains("Wrote it"))
                .body("content[0].user.email", equalTo(inbox.project().person().email()))
                .body("content[1].user", nullValue());
    }

    private Response append(String type, Object content) {
        return inbox.post(artefacts, Map.of("artefact_type", type, "content", content));
    }

    private Response appendAs(String task, String type, Object content) {
        return inbox.asMember()
                .header(Attribution.HEADER, task)
                .contentType("application/json")
                .body(Json.write(Map.of("artefact_type", type, "content", content)))
                .post(inbox.path(artefacts));
    }
}
