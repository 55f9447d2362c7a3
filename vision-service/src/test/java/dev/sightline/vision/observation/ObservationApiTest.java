package dev.sightline.vision.observation;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import dev.sightline.vision.filter.GivenSessions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists, statistics, retries and the quota over observations that are there. */
@QuarkusTest
class ObservationApiTest {

    private final TestProject project = TestDirectory.newProject();
    private final ExecutorService clients = Executors.newFixedThreadPool(6);

    @Inject
    Pool pool;

    @AfterEach
    void closeClients() {
        clients.shutdown();
    }

    @Test
    void statisticsTellHowObservationsEnded() {
        String scanner = scanner("monitor", Map.of("prompt", "x"));
        GivenObservations given = given(scanner);
        given.succeeded("a", "{\"verdict\":\"yes\"}");
        given.failed("b");
        given.ineligible("c");
        given.pending("d");

        stats(scanner, "")
                .body("status_counts.total", equalTo(4))
                .body("status_counts.in_flight", equalTo(1))
                .body("status_counts.success_rate", equalTo(50))
                .body("coverage.total_sessions", equalTo(4))
                .body("coverage.recent_sessions", equalTo(4))
                .body("coverage.recent_days", equalTo(14))
                .body("monitor.yes_total", equalTo(1))
                .body("monitor.no_total", equalTo(0))
                .body("available_tags", empty())
                .body("classifier", nullValue())
                .body("scorer", nullValue());
        stats(scanner, "?status=failed,pending")
                .body("status_counts.total", equalTo(2))
                .body("status_counts.success_rate", equalTo(0))
                .body("monitor.yes_total", equalTo(0));
    }

    @Test
    void statisticsOfNothingHaveNoRate() {
        stats(scanner("summarizer", Map.of("prompt", "x")), "")
                .body("status_counts.total", equalTo(0))
                .body("status_counts.success_rate", nullValue())
                .body("monitor", nullValue())
                .body("classifier", nullValue())
                .body("scorer", nullValue());
        stats(scanner("scorer", Map.of("prompt", "x", "scale", Map.of("min", 0, "max", 1))), "")
                .body("scorer.summary", nullValue())
                .body("scorer.histogram", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0", "9999, 365, 2", "abc, 14, 1", "3, 3, 1"})
    void coverageLooksBackAsFarAsAsked(String sent, int days, int recent) {
        String scanner = scanner("monitor", Map.of("prompt", "x"));
        Instant now = Instant.now();
        given(scanner).createdAt(now.minusSeconds(2 * 86_400)).failed("lately");
        given(scanner).createdAt(now.minusSeconds(20 * 86_400)).failed("long ago");

        stats(scanner, "?recent_days=" + sent)
                .body("coverage.recent_days", equalTo(days))
                .body("coverage.recent_sessions", equalTo(recent))
                .body("coverage.total_sessions", equalTo(2));
    }

    @Test
    void tagsAreRankedByTheirNumberAndFoundInEitherList() {
        String scanner = scanner("classifier", Map.of("prompt", "x", "tags", List.of("bug", "ux")));
        GivenObservations given = given(scanner);
        given.succeeded("a", "{\"tags\":[\"ux\"],\"tags_freeform\":[\"slow\"]}");
        given.succeeded("b", "{\"tags\":[\"bug\"],\"tags_freeform\":[\"late\"]}");
        given.succeeded("c", "{\"tags\":[\"ux\"],\"tags_freeform\":[]}");

        stats(scanner, "")
                .body("classifier.fixed_ranked.tag", contains("ux", "bug"))
                .body("classifier.fixed_ranked.count", contains(2, 1))
                .body("classifier.freeform_ranked.tag", contains("late", "slow"))
                .body("classifier.total_with_tags", equalTo(3))
                .body("available_tags", contains("bug", "late", "slow", "ux"));
        list(scanner, "?tags=slow,bug").body("results.session_id", containsInAnyOrder("a", "b"));
        list(scanner, "?tags=SLOW").body("count", equalTo(0));
        stats(scanner, "?tags=slow").body("available_tags", contains("slow", "ux"));
    }

    @Test
    void scoresAreSummedUpAndSorted() {
        String scanner = scanner("scorer", Map.of("prompt", "x", "scale", Map.of("min", 1, "max", 10)));
        GivenObservations given = given(scanner);
        given.succeeded("ten", "{\"score\":10}");
        given.succeeded("one", "{\"score\":1}");
        given.succeeded("text", "{\"score\":\"3\"}");
        given.succeeded("two", "{\"score\":2}");

        stats(scanner, "")
                .body("scorer.summary.min", equalTo(1f))
                .body("scorer.summary.p25", equalTo(1.5f))
                .body("scorer.summary.median", equalTo(2f))
                .body("scorer.summary.max", equalTo(10f))
                .body("scorer.summary.count", equalTo(3))
                .body("scorer.histogram.labels", hasSize(10));
        list(scanner, "?order_by=result_score").body("results.session_id", contains("one", "two", "ten", "text"));
        list(scanner, "?order_by=-result_score").body("results.session_id", contains("ten", "two", "one", "text"));
    }

    @Test
    void listsByVerdictVersionAndState() {
        String scanner = scanner("monitor", Map.of("prompt", "x"));
        GivenObservations given = given(scanner).version(10);
        given.succeeded("a", "{\"verdict\":\"yes\"}");
        given.version(2).succeeded("b", "{\"verdict\":\"inconclusive\"}");
        given.version(1).by(Trigger.SCHEDULE).pending("c");

        list(scanner, "?order_by=result_verdict").body("results.session_id", contains("b", "a", "c"));
        list(scanner, "?order_by=-result_verdict").body("results.session_id", contains("a", "b", "c"));
        list(scanner, "?order_by=scanner_version").body("results.session_id", contains("c", "b", "a"));
        list(scanner, "?order_by=status").body("results.session_id", contains("c", "a", "b"));
        list(scanner, "?order_by=-completed_at&status=pending,succeeded").body("results[2].session_id", equalTo("c"));
        list(scanner, "?verdict=yes,no")
                .body("results.session_id", contains("a"))
                .body("count", equalTo(1));
        list(scanner, "?triggered_by=schedule").body("results.session_id", contains("c"));
        list(scanner, "?session_id=a,c,nobody").body("count", equalTo(2));
        list(scanner, "?limit=2")
                .body("count", equalTo(3))
                .body("next", containsString("limit=2&offset=2"))
                .body("results", hasSize(2));
    }

    @Test
    void aResultThatCannotBeReadIsNullAndBreaksNothing() {
        String scanner = scanner("scorer", Map.of("prompt", "x", "scale", Map.of("min", 0, "max", 1)));
        GivenObservations given = given(scanner);
        given.corrupt(given.succeeded("a", "{\"score\":1}"), "\"torn\"");
        given.pending("b");

        list(scanner, "?order_by=result_score")
                .body("results.scanner_result", contains(nullValue(), nullValue()))
                .body("count", equalTo(2));
        stats(scanner, "?session_id=a").body("scorer.summary", nullValue());
    }

    @Test
    void aSessionShowsWhatAllScannersSaw() {
        String one = scanner("monitor", Map.of("prompt", "x"));
        String other = scanner("summarizer", Map.of("prompt", "x"));
        Instant now = Instant.now();
        UUID first = given(one).createdAt(now.minusSeconds(60)).failed("shared");
        UUID second = given(other).createdAt(now).failed("shared");
        given(one).failed("another");

        as().get(vision("/observations/?session_id=shared"))
                .then()
                .statusCode(200)
                .body("count", equalTo(2))
                .body("results.id", contains(second.toString(), first.toString()));
        as().get(vision("/observations/" + first)).then().statusCode(200).body("scanner_id", equalTo(one));
        refused("/observations/", "required");
        refused("/observations/?session_id= ", "required");
        as().get(vision("/observations/stats")).then().statusCode(404);
        TestProject stranger = TestDirectory.newProject();
        RestAssured.given()
                .header("Authorization", "Bearer " + stranger.key())
                .get("/api/projects/" + stranger.id() + "/vision/observations/" + first)
                .then()
                .statusCode(404);
    }

    @Test
    void whatFailedIsLookedAtAgain() {
        String scanner = scanner("monitor", Map.of("prompt", "x"));
        UUID old = given(scanner).failed("nobody-was-here");

        as().post(vision("/scanners/" + scanner + "/observations/" + old + "/retry/"))
                .then()
                .statusCode(202)
                .body("workflow_id", equalTo("replay-vision-apply-scanner-" + scanner + "-nobody-was-here"));

        await().untilAsserted(() -> list(scanner, "")
                .body("results", hasSize(1))
                .body("results[0].id", not(equalTo(old.toString())))
                .body("results[0].status", equalTo("ineligible"))
                .body("results[0].error_reason", startsWith("no_recording:"))
                .body("results[0].scanner_snapshot.name", startsWith("monitor "))
                .body("results[0].triggered_by_user", notNullValue()));
        stats(scanner, "")
                .body("status_counts.total", equalTo(1))
                .body("status_counts.failed", equalTo(0))
                .body("status_counts.ineligible", equalTo(1));
        as().post(vision("/observations/" + old + "/retry/")).then().statusCode(404);
    }

    @Test
    void whatHasAResultIsNotLookedAtAgain() {
        String scanner = scanner("monitor", Map.of("prompt", "x"));
        UUID seen = given(scanner).succeeded("a", "{\"verdict\":\"yes\"}");

        as().post(vision("/observations/" + seen + "/retry/"))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid_input"));
        list(scanner, "").body("results[0].status", equalTo("succeeded"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | /quota/                     | session_recording:read",
                "GET  | /observations/?session_id=a | replay_scanner:read",
                "GET  | /observations/?session_id=a | session_recording:read",
                "GET  | /observations/ID/           | replay_scanner:read",
                "POST | /observations/ID/retry/     | replay_scanner:read session_recording:read",
                "POST | /observations/ID/retry/     | replay_scanner:write"
            })
    void aKeyWithoutTheScopesIsRefused(String method, String path, String scopes) {
        UUID failed = given(scanner("monitor", Map.of("prompt", "x"))).failed("a");

        RestAssured.given()
                .header("Authorization", "Bearer " + project.keyWith(scopes.split(" ")))
                .request(method, vision(path.replace("ID", failed.toString())))
                .then()
                .statusCode(403)
                .body("code", equalTo("permission_denied"));
    }

    @Test
    void withoutQuotaNothingBeginsAndNothingIsLost() {
        String scanner = scanner("monitor", Map.of("prompt", "x"));
        UUID failed = given(scanner).failed("a");
        used(scanner, 3000);

        as().get(vision("/quota/"))
                .then()
                .statusCode(200)
                .body("monthly_quota", equalTo(3000))
                .body("usage_this_month", equalTo(3000))
                .body("remaining", equalTo(0))
                .body("exhausted", equalTo(true));
        as().post(vision("/observations/" + failed + "/retry/"))
                .then()
                .statusCode(402)
                .body("code", equalTo("quota_limit_exceeded"));
        as().body(Map.of())
                .post(vision("/scanners/" + scanner + "/observe/"))
                .then()
                .statusCode(402);
        list(scanner, "").body("results.id", contains(failed.toString()));
    }

    @Test
    void noMoreBeginAtOnceThanTheQuotaLeaves() {
        String scanner = scanner("monitor", Map.of("prompt", "x"));
        used(scanner, 2998);
        GivenSessions sessions = new GivenSessions(pool, project.id());
        List<CompletableFuture<Integer>> asked = IntStream.range(0, 6)
                .mapToObj(i -> "at-once-" + i)
                // Data that comes in to the last keeps the jobs waiting for events, so that none is over too soon.
                .peek(session -> sessions.session(session, "d", Instant.now().minusSeconds(30)))
                .map(session -> CompletableFuture.supplyAsync(() -> observed(scanner, session), clients))
                .toList();

        List<Integer> answers =
                asked.stream().map(CompletableFuture::join).sorted().toList();

        assertEquals(List.of(202, 202, 402, 402, 402, 402), answers);
    }

    private int observed(String scanner, String session) {
        return as().body(Map.of("session_id", session))
                .post(vision("/scanners/" + scanner + "/observe/"))
                .statusCode();
    }

    private void used(String scanner, int receipts) {
        pool.preparedQuery("""
                        insert into usage_receipt (project_id, observation_id, scanner_id, created_at)
                        select $1, gen_random_uuid(), $2, now() from generate_series(1, $3::int)
                        """)
                .execute(Tuple.of(project.id(), UUID.fromString(scanner), receipts))
                .await()
                .indefinitely();
    }

    @Test
    void deletingAScannerGivesNoQuotaBack() {
        String scanner = scanner("monitor", Map.of("prompt", "x"));
        given(scanner).succeeded("a", "{\"verdict\":\"yes\"}");
        as().delete(vision("/scanners/" + scanner)).then().statusCode(204);

        as().get(vision("/quota/")).then().body("usage_this_month", equalTo(1));
        as().get(vision("/observations/?session_id=a")).then().body("count", equalTo(0));
    }

    private void refused(String path, String code) {
        as().get(vision(path))
                .then()
                .statusCode(400)
                .body("attr", equalTo("session_id"))
                .body("code", equalTo(code));
    }

    private ValidatableResponse stats(String scanner, String query) {
        return as().get(vision("/scanners/" + scanner + "/observations/stats/" + query))
                .then()
                .statusCode(200);
    }

    private ValidatableResponse list(String scanner, String query) {
        return as().get(vision("/scanners/" + scanner + "/observations/" + query))
                .then()
                .statusCode(200);
    }

    private GivenObservations given(String scanner) {
        return new GivenObservations(pool, new ScannerKey(project.id(), UUID.fromString(scanner)));
    }

    private String scanner(String type, Map<String, Object> config) {
        return as().body(Map.of(
                        "name",
                        type + " " + UUID.randomUUID(),
                        "scanner_type",
                        type,
                        "scanner_config",
                        config,
                        "provider",
                        "local",
                        "model",
                        "local"))
                .post(vision("/scanners/"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String vision(String path) {
        return "/api/projects/" + project.id() + "/vision" + path;
    }

    private RequestSpecification as() {
        return RestAssured.given()
                .header("Authorization", "Bearer " + project.key())
                .contentType("application/json");
    }
}
