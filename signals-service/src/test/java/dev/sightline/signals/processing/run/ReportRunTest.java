package dev.sightline.signals.processing.run;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.auth.GithubConnection;
import dev.sightline.auth.Organization;
import dev.sightline.signals.GithubDouble;
import dev.sightline.signals.Inbox;
import dev.sightline.signals.model.ModelDouble;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What runs find out about reports beyond their signals, and how they end. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class ReportRunTest {

    private static final String CLEAR = "Rage clicks on 'Apply coupon' at /cart\nThe visitor clicked 7 times.";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Conclusions conclusions;

    @Inject
    Pool pool;

    private final GithubDouble github = new GithubDouble();
    private final ModelDouble model = new ModelDouble();
    private final Inbox inbox = new Inbox(TestDirectory.newProject(github::connect));

    @AfterEach
    void stop() {
        github.close();
        model.close();
    }

    @Test
    void theOnlyRepositoryIsSelectedAndSaidOnce() {
        UUID report = inbox.readyReport();

        artefacts(report)
                .body(contents("repo_selection", "repository"), contains(github.repository()))
                .body(contents("repo_selection", "reason"), contains("It is the only repository that is connected."));
        github.server()
                .verify(getRequestedFor(urlPathEqualTo("/search/repositories"))
                        .withQueryParam("q", equalTo("user:" + github.owner() + " fork:true"))
                        .withHeader("Authorization", equalTo("Bearer secret")));

        inbox.emit(CLEAR, 0.1);

        awaitRuns(report, 2);
        artefacts(report).body(contents("repo_selection", "repository"), contains(github.repository()));
    }

    @Test
    void withoutAConnectionTheSignalsAloneAreJudged() {
        Inbox unconnected = new Inbox(TestDirectory.newProject());

        UUID report = unconnected.readyReport();

        unconnected
                .get("reports/" + report + "/artefacts")
                .then()
                .body(contents("repo_selection", "repository"), contains(nullValue()))
                .body(contents("repo_selection", "reason"), contains(containsString("No GitHub connection")));
    }

    @Test
    void aConnectionWithoutATokenIsNone() {
        Inbox forgetful = new Inbox(TestDirectory.newProject(made -> {
            Organization connected = github.connect(made);
            GithubConnection bare = new GithubConnection(
                    github.owner(), "NO_SUCH_TOKEN", connected.github().get(0).apiUrl());
            return new Organization(made.id(), made.name(), true, made.projects(), List.of(bare), made.members());
        }));

        forgetful.readyReport();

        github.server().verify(0, getRequestedFor(urlPathEqualTo("/search/repositories")));
    }

    @Test
    void aPersonChoosesWhereTheRunCannot() {
        github.repositories(github.owner() + "/web", github.owner() + "/shop");
        inbox.emit(CLEAR);
        UUID report = inbox.awaitReport("pending_input");
        inbox.get("reports/" + report)
                .then()
                .body("summary", containsString("repo_selection"))
                .body("actionability", nullValue());
        artefacts(report).body(contents("repo_selection", "repository"), contains(nullValue()));

        inbox.post(
                        "reports/" + report + "/artefacts",
                        Map.of(
                                "artefact_type",
                                "repo_selection",
                                "content",
                                Map.of("repository", github.repository(), "reason", "I know.")))
                .then()
                .statusCode(201);
        inbox.state(report, Map.of("state", "potential", "snooze_for", 1))
                .then()
                .statusCode(200);
        inbox.emit(CLEAR, 0.1);

        assertEquals(report, inbox.awaitReport("ready"));
        inbox.get("reports/" + report).then().body("title", containsString("Apply coupon"));
        artefacts(report)
                .body(
                        contents("repo_selection", "repository"),
                        contains(Matchers.is(github.repository()), nullValue()));
    }

    @Test
    void aRepositoryThatCannotBeListedIsToldAsMissing() {
        github.server()
                .stubFor(get(urlPathEqualTo("/search/repositories"))
                        .willReturn(aResponse().withStatus(401).withBody("{\"message\":\"Bad credentials\"}")));

        inbox.emit(CLEAR);

        UUID report = inbox.awaitReport("pending_input");
        artefacts(report)
                .body(contents("repo_selection", "reason"), contains(containsString("No repository can be read")));
        assertEquals("repo_selection_required", run(report).getString("reason"));
    }

    @Test
    void authorsOfCommitsThatFindingsNameAreSuggested() {
        UUID report = inbox.readyReport();
        github.commit("abcdef1", "Ann", "User");
        github.commit("1234567", "helper[bot]", "Bot");
        finding(report, Map.of("abcdef1", "Broke the button", "1234567", "Bumped it", "not-a-sha", "?"));

        inbox.emit(CLEAR, 0.1);

        awaitRuns(report, 2);
        artefacts(report)
                .body(contents("suggested_reviewers", "github_login"), contains(List.of("ann")))
                .body(
                        contents("suggested_reviewers", "relevant_commits.reason"),
                        contains(List.of(List.of("Broke the button"))));
    }

    @Test
    void reviewersThatAPersonChoseStay() {
        UUID report = inbox.readyReport();
        github.commit("abcdef1", "ann", "User");
        finding(report, Map.of("abcdef1", "Broke the button"));
        inbox.post(
                "reports/" + report + "/artefacts",
                Map.of("artefact_type", "suggested_reviewers", "content", List.of(Map.of("github_login", "bob"))));

        inbox.emit(CLEAR, 0.1);

        awaitRuns(report, 2);
        artefacts(report).body(contents("suggested_reviewers", "github_login"), contains(List.of("bob")));
    }

    @Test
    void withoutGithubThereAreNoReviewersAndTheReportIsReadyAllTheSame() {
        UUID report = inbox.readyReport();
        github.server()
                .stubFor(get(urlPathEqualTo("/repos/" + github.repository() + "/commits/abcdef1"))
                        .willReturn(aResponse().withStatus(403).withHeader("x-ratelimit-remaining", "0")));
        finding(report, Map.of("abcdef1", "Broke the button"));

        inbox.emit(CLEAR, 0.1);

        awaitRuns(report, 2);
        github.server().verify(getRequestedFor(urlPathEqualTo("/repos/" + github.repository() + "/commits/abcdef1")));
        inbox.get("reports/" + report).then().body("status", Matchers.equalTo("ready"));
        artefacts(report).body(contents("suggested_reviewers", "github_login"), empty());
    }

    @Test
    void aRunIsPutOffWhileTheModelIsAwayAndThenGoesOn() {
        model.serve(inbox.project().id());
        model.answer("signal_safety", "{\"explanation\":\"\",\"threat_type\":\"none\",\"safe\":true}");
        model.answer("search_queries", "{\"queries\":[\"coupon\"]}");
        model.answer("report_safety", "{\"explanation\":\"No attack.\",\"choice\":true}");
        model.fail("actionability", 503);
        inbox.emit(CLEAR);
        UUID report = inbox.awaitReport("in_progress");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertEquals("The language model was away.", run(report).getString("reason")));
        inbox.get("reports/" + report).then().body("status", Matchers.equalTo("in_progress"));

        model.answer(
                "actionability",
                "{\"explanation\":\"Vague.\",\"actionability\":\"not_actionable\",\"already_addressed\":false}");
        model.answer("presentation", "{\"title\":\"T\",\"summary\":\"S\"}");

        await().atMost(PATIENCE).untilAsserted(() -> {
            conclusions.reap().await().indefinitely();
            inbox.get("reports/" + report).then().body("status", Matchers.equalTo("potential"));
        });
        inbox.get("reports/" + report)
                .then()
                .body("total_weight", Matchers.equalTo(0.0f))
                .body("actionability", Matchers.equalTo("not_actionable"));
        assertEquals(1, model.asked("report_safety"));
        assertTrue(model.asked("actionability") >= 2);
    }

    @Test
    void aPullRequestThatIsMergedDuringARunResolvesTheReportAtItsEnd() {
        UUID task = UUID.randomUUID();
        UUID report = inbox.readyReport();
        inbox.post(
                "reports/" + report + "/artefacts",
                Map.of("artefact_type", "task_run", "content", Map.of("task_id", task)));
        model.serve(inbox.project().id());
        model.answer("signal_safety", "{\"explanation\":\"\",\"threat_type\":\"none\",\"safe\":true}");
        model.fail("search_queries", 400);
        model.fail("signal_match", 400);
        model.fail("report_safety", 503);
        inbox.emit(CLEAR, 0.1);
        inbox.awaitReport("in_progress");
        inbox.post(
                        "tasks/" + task + "/runs",
                        Map.of("run_id", "1", "status", "completed", "pr_url", "https://x/1", "pr_state", "merged"))
                .then()
                .statusCode(200);
        inbox.get("reports/" + report).then().body("status", Matchers.equalTo("in_progress"));

        model.answer("report_safety", "{\"explanation\":\"No attack.\",\"choice\":true}");
        model.answer(
                "actionability",
                "{\"explanation\":\"Clear.\",\"actionability\":\"immediately_actionable\",\"already_addressed\":true}");
        model.answer("priority", "{\"explanation\":\"Few.\",\"priority\":\"P3\"}");
        model.answer("presentation", "{\"title\":\"T\",\"summary\":\"S\"}");

        await().atMost(PATIENCE).untilAsserted(() -> {
            conclusions.reap().await().indefinitely();
            inbox.get("reports/" + report).then().body("status", Matchers.equalTo("resolved"));
        });
    }

    @Test
    void aRunThatIsPutOffTooOftenFailsAndSaysWhatWasAway() {
        model.serve(inbox.project().id());
        model.answer("signal_safety", "{\"explanation\":\"\",\"threat_type\":\"none\",\"safe\":true}");
        model.answer("search_queries", "{\"queries\":[\"coupon\"]}");
        model.fail("report_safety", 503);

        inbox.emit(CLEAR);

        await().atMost(PATIENCE).untilAsserted(() -> {
            conclusions.reap().await().indefinitely();
            inbox.get("reports?status=failed").then().body("results", not(empty()));
        });
        UUID report = inbox.awaitReport("failed");
        artefacts(report)
                .body(contents("note", "note"), contains("The run was put off 5 times. The language model was away."));
        assertEquals("failed", run(report).getString("status"));
    }

    private ValidatableResponse artefacts(UUID report) {
        return inbox.get("reports/" + report + "/artefacts").then();
    }

    /** A member of the contents of one type, newest first. */
    private static String contents(String type, String member) {
        return "results.findAll { it.type == '" + type + "' }.content." + member;
    }

    private void finding(UUID report, Map<String, String> commits) {
        inbox.post(
                        "reports/" + report + "/artefacts",
                        Map.of(
                                "artefact_type",
                                "signal_finding",
                                "content",
                                Map.of(
                                        "signal_id",
                                        "1",
                                        "relevant_code_paths",
                                        List.of("cart.js"),
                                        "relevant_commit_hashes",
                                        commits,
                                        "data_queried",
                                        "none",
                                        "verified",
                                        true)))
                .then()
                .statusCode(201);
    }

    private void awaitRuns(UUID report, int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals(count, completed(report)));
    }

    private int completed(UUID report) {
        return rows(
                        "select count(*)::int as n from report_run where project_id = $1 and report_id = $2"
                                + " and status = 'completed'",
                        report)
                .getInteger("n");
    }

    private Row run(UUID report) {
        return rows(
                "select * from report_run where project_id = $1 and report_id = $2 order by started_at desc limit 1",
                report);
    }

    private Row rows(String sql, UUID report) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(inbox.project().id(), report))
                .await()
                .indefinitely()
                .iterator()
                .next();
    }
}
