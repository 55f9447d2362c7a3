package dev.sightline.vision.sweep;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.sql.Rows;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import dev.sightline.time.Timestamps;
import dev.sightline.vision.filter.GivenSessions;
import dev.sightline.vision.observation.ObservationStarter;
import dev.sightline.vision.observation.ScannerKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sweeps over sessions that ended some time ago. Settled is here what ended ten minutes ago. */
@QuarkusTest
class SweepTest {

    private static final Limits WIDE = new Limits(150, 300);

    private final TestProject project = TestDirectory.newProject();
    private final Instant now = Timestamps.micros(Instant.now());

    @Inject
    Pool pool;

    @Inject
    Candidates candidates;

    @Inject
    Room room;

    @Inject
    ObservationStarter starter;

    @Inject
    Clock clock;

    record Limits(int maxPerScanner, int maxPerProject) implements SweepConfig {
        @Override
        public Duration interval() {
            return Duration.ofMinutes(5);
        }

        @Override
        public String tick() {
            return "off";
        }

        @Override
        public Duration settle() {
            return Duration.ofMinutes(10);
        }

        @Override
        public Duration lookBack() {
            return Duration.ofHours(26);
        }

        @Override
        public int maxSessionId() {
            return 128;
        }

        @Override
        public Duration budget() {
            return Duration.ofSeconds(30);
        }
    }

    @Test
    void whatHasSettledAndFitsIsObservedOnce() {
        ScannerKey scanner = scanner(Map.of("events", List.of(Map.of("id", "purchase"))), 1);
        GivenSessions given = sessions();
        ended(given, "bought", 20).event("bought", "purchase", now.minusSeconds(1250), "{}");
        ended(given, "bought too", 15).event("bought too", "purchase", now.minusSeconds(950), "{}");
        ended(given, "looked", 14);
        ended(given, "fresh", 5).event("fresh", "purchase", now.minusSeconds(400), "{}");
        ended(given, "before", 60).event("before", "purchase", now.minusSeconds(3650), "{}");

        assertEquals(2, sweep(scanner, WIDE));
        assertEquals(List.of("bought", "bought too"), observed(scanner));
        assertEquals(new Watermark(minutesAgo(15), null), watermark(scanner));
        assertEquals(0, sweep(scanner, WIDE));
        assertEquals(List.of("bought", "bought too"), observed(scanner));
        assertEquals("schedule", column(scanner, "min(triggered_by) || coalesce(max(triggered_by_user)::text, '')"));
    }

    @Test
    void withoutCandidatesTheWatermarkShowsThatSomebodyLooked() {
        ScannerKey scanner = scanner(Map.of(), 1);

        sweep(scanner, WIDE);

        Instant end = watermark(scanner).end();
        assertTrue(end.isAfter(now.minusSeconds(605)) && end.isBefore(now.minusSeconds(500)));
    }

    @Test
    void aFullBatchGoesOnAmongSessionsThatEndedTogether() {
        ScannerKey scanner = scanner(Map.of(), 1);
        GivenSessions given = sessions();
        List.of("a", "b", "c", "d", "e").forEach(id -> ended(given, id, 20));

        assertEquals(2, sweep(scanner, new Limits(2, 300)));
        assertEquals(new Watermark(minutesAgo(20), "b"), watermark(scanner));
        awaitNothingInFlight(scanner);
        assertEquals(2, sweep(scanner, new Limits(2, 300)));
        assertEquals(new Watermark(minutesAgo(20), "d"), watermark(scanner));
        awaitNothingInFlight(scanner);
        assertEquals(1, sweep(scanner, new Limits(2, 300)));
        assertEquals(List.of("a", "b", "c", "d", "e"), observed(scanner));
        assertEquals(new Watermark(minutesAgo(20), null), watermark(scanner));
    }

    @Test
    void aScannerWithItsHandsFullWaits() {
        ended(sessions(), "a", 20);
        ScannerKey scanner = scanner(Map.of(), 1);
        inFlight(scanner, 3);
        Watermark before = watermark(scanner);

        assertEquals(0, sweep(scanner, new Limits(3, 300)));
        assertEquals(before, watermark(scanner));
        assertEquals(1, sweep(scanner, new Limits(4, 300)));
    }

    @Test
    void scannersOfAProjectShareItsCap() {
        GivenSessions given = sessions();
        List.of("a", "b", "c").forEach(id -> ended(given, id, 20));
        inFlight(scanner(Map.of(), 1), 4);
        ScannerKey other = scanner(Map.of(), 1);

        assertEquals(0, sweep(other, new Limits(150, 4)));
        assertEquals(1, sweep(other, new Limits(150, 5)));
    }

    @Test
    void withoutQuotaTheWatermarkStays() {
        ended(sessions(), "a", 20);
        ScannerKey scanner = scanner(Map.of(), 1);
        Watermark before = watermark(scanner);
        run("""
                insert into usage_receipt (project_id, observation_id, scanner_id, created_at)
                select $1, gen_random_uuid(), $2, now() from generate_series(1, 3000)
                """, Tuple.of(project.id(), scanner.id()));

        assertEquals(0, sweep(scanner, WIDE));
        assertEquals(before, watermark(scanner));
        run("delete from usage_receipt where project_id = $1", Tuple.of(project.id()));
        assertEquals(1, sweep(scanner, WIDE));
    }

    @Test
    void theLastOfTheQuotaIsSharedOut() {
        GivenSessions given = sessions();
        List.of("a", "b", "c").forEach(id -> ended(given, id, 20));
        ScannerKey scanner = scanner(Map.of(), 1);
        run("""
                insert into usage_receipt (project_id, observation_id, scanner_id, created_at)
                select $1, gen_random_uuid(), $2, now() from generate_series(1, 2998)
                """, Tuple.of(project.id(), scanner.id()));

        assertEquals(2, sweep(scanner, WIDE));
        assertEquals(List.of("a", "b"), observed(scanner));
        assertEquals(new Watermark(minutesAgo(20), "b"), watermark(scanner));
    }

    @Test
    void twoReplicasAtOnceStartEachSessionOnce() {
        GivenSessions given = sessions();
        IntStream.range(0, 20).forEach(i -> ended(given, "s" + i, 20));
        ScannerKey scanner = scanner(Map.of(), 1);
        SweptScanner swept = swept(scanner);

        List<Integer> started = Uni.join()
                .all(sweep().of(swept, WIDE), sweep().of(swept, WIDE), sweep().of(swept, WIDE))
                .andFailFast()
                .await()
                .indefinitely();

        assertEquals(20, started.stream().mapToInt(Integer::intValue).sum());
        assertEquals(20, observed(scanner).size());
    }

    @Test
    void aScannerThatIsSwitchedOffMeanwhileStartsNothing() {
        ended(sessions(), "a", 20);
        ScannerKey scanner = scanner(Map.of(), 1);
        SweptScanner swept = swept(scanner);
        as().body(Map.of("enabled", false))
                .patch(path("/" + scanner.id()))
                .then()
                .statusCode(200);

        assertEquals(0, sweep().of(swept, WIDE).await().indefinitely());
        assertEquals(List.of(), observed(scanner));
    }

    @Test
    void onlySessionsWorthLookingAtAreCandidates() {
        GivenSessions given = sessions();
        ended(given, "idle", 20).with("idle", "active_ms", "9999");
        ended(given, "busy", 20).with("busy", "active_ms", "3600001");
        ended(given, "short", 20).with("short", "start_time", "end_time - interval '14.9 seconds'");
        ended(given, "x".repeat(129), 20);
        ended(given, "fine", 20);
        ScannerKey scanner = scanner(Map.of(), 1);

        assertEquals(1, sweep(scanner, WIDE));
        assertEquals(List.of("fine"), observed(scanner));
    }

    @Test
    void aSampleIsTheDrawOfEachSession() {
        GivenSessions given = sessions();
        IntStream.range(0, 40).forEach(i -> ended(given, "s" + i, 20));
        ScannerKey scanner = scanner(Map.of(), 0.5);
        sweep(scanner, WIDE);

        List<String> drawn = pool.preparedQuery("select 's' || i from generate_series(0, 39) i"
                        + " where sample_draw('s' || i, $1) < 5000 order by 1")
                .execute(Tuple.of(scanner.id()))
                .map(rows -> Rows.list(rows, row -> row.getString(0)))
                .await()
                .indefinitely();
        assertEquals(drawn, observed(scanner));
        ScannerKey nobody = scanner(Map.of(), 0);
        assertEquals(0, sweep(nobody, WIDE));
    }

    @Test
    void switchedOnAgainItSkipsTheGap() {
        ScannerKey scanner = scanner(Map.of(), 1);
        run(
                "update scanner set enabled = false, last_swept_at = $3, last_swept_session_id = 'x'"
                        + " where project_id = $1 and id = $2",
                Tuple.of(project.id(), scanner.id(), Rows.parameter(now.minusSeconds(90_000))));

        as().body(Map.of("enabled", true))
                .patch(path("/" + scanner.id()))
                .then()
                .statusCode(200)
                .body("scanner_version", equalTo(1));

        assertEquals(null, watermark(scanner).sessionId());
        assertTrue(watermark(scanner).end().isAfter(now.minusSeconds(2_200)));
    }

    @Test
    void anEstimateCountsWhatASweepWouldFind() {
        GivenSessions given = sessions();
        IntStream.range(0, 3).forEach(i -> ended(given, "s" + i, 24 * 60 * i + 1));
        ended(given, "old", 40 * 24 * 60);
        ended(given, "idle", 60).with("idle", "active_ms", "0");
        ended(given, "first", 29 * 24 * 60 + 60).with("first", "active_ms", "0");

        estimate(Map.of(), 200)
                .body("matched_sessions_in_window", equalTo(3))
                .body("window_days", equalTo(30))
                .body("estimated_observations_per_month", equalTo(3))
                .body("sampling_rate", equalTo(1.0f));
        estimate(Map.of("sampling_rate", 0.5, "query", Map.of("date_from", "-1d")), 200)
                .body("estimated_observations_per_month", equalTo(2));
        estimate(Map.of("query", Map.of("session_ids", List.of("s1"))), 200)
                .body("matched_sessions_in_window", equalTo(1));
    }

    @Test
    void aYoungProjectIsNotUnderestimated() {
        ended(sessions(), "s", 60);

        estimate(Map.of(), 200).body("window_days", equalTo(1)).body("estimated_observations_per_month", equalTo(30));
    }

    @Test
    void withoutRecordingsTheWindowIsWhole() {
        estimate(Map.of("sampling_rate", 0), 200)
                .body("matched_sessions_in_window", equalTo(0))
                .body("window_days", equalTo(30));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"sampling_rate\":1.5} | sampling_rate",
                "{\"sampling_rate\":-1} | sampling_rate",
                "{\"sampling_rate\":\"much\"} | sampling_rate",
                "{\"query\":[]} | query",
                "{\"query\":{\"surprise\":1}} | query",
                "{\"query\":{\"properties\":[{\"key\":\"a\",\"value\":\"[\",\"operator\":\"regex\"}]}} | query"
            })
    void whatCannotBeEstimatedIsNamed(String body, String attr) {
        as().body(body).post(path("/estimate/")).then().statusCode(400).body("attr", equalTo(attr));
    }

    @Test
    void aScannerKeepsItsEstimateUntilItsSelectionChanges() {
        ended(sessions(), "s", 60);
        Map<String, Object> body = body(Map.of(), 1);
        String id = as().body(body)
                .post(path("/"))
                .then()
                .statusCode(201)
                .body("estimated_monthly_observations", equalTo(30))
                .extract()
                .path("id");
        ended(sessions(), "s2", 60);

        as().body(Map.of("name", "renamed " + id))
                .patch(path("/" + id))
                .then()
                .body("estimated_monthly_observations", equalTo(30));
        as().body(Map.of("sampling_rate", 0.5))
                .patch(path("/" + id))
                .then()
                .body("estimated_monthly_observations", equalTo(30))
                .body("scanner_version", equalTo(2));
        as().body(Map.of("sampling_rate", 1))
                .patch(path("/" + id))
                .then()
                .body("estimated_monthly_observations", equalTo(60));
        as().get("/api/projects/" + project.id() + "/vision/quota")
                .then()
                .body("projected_monthly_observations", equalTo(60));
    }

    @Test
    void anEstimateThatFailsFailsNothing() {
        ScannerKey scanner = scanner(Map.of(), 1);
        run(
                "update scanner set query = '{\"surprise\": 1}', estimated_at = null,"
                        + " estimated_monthly_observations = null where project_id = $1 and id = $2",
                Tuple.of(project.id(), scanner.id()));

        as().body(Map.of("name", "renamed " + scanner.id()))
                .patch(path("/" + scanner.id()))
                .then()
                .statusCode(200)
                .body("query", nullValue())
                .body("estimated_monthly_observations", nullValue());
    }

    private ValidatableResponse estimate(Map<String, Object> body, int status) {
        return as().body(body).post(path("/estimate/")).then().statusCode(status);
    }

    private Sweep sweep() {
        return new Sweep(pool, candidates, room, starter, clock);
    }

    private int sweep(ScannerKey scanner, SweepConfig config) {
        return sweep().of(swept(scanner), config).await().indefinitely();
    }

    private SweptScanner swept(ScannerKey scanner) {
        return pool.preparedQuery("select " + SweptScanner.COLUMNS + " from scanner where project_id = $1 and id = $2")
                .execute(Tuple.of(scanner.projectId(), scanner.id()))
                .map(rows -> SweptScanner.read(rows.iterator().next()))
                .await()
                .indefinitely();
    }

    private Watermark watermark(ScannerKey scanner) {
        return swept(scanner).watermark();
    }

    private List<String> observed(ScannerKey scanner) {
        return pool.preparedQuery(
                        "select session_id from observation where project_id = $1 and scanner_id = $2 order by 1")
                .execute(Tuple.of(scanner.projectId(), scanner.id()))
                .map(rows -> Rows.list(rows, row -> row.getString(0)))
                .await()
                .indefinitely();
    }

    private String column(ScannerKey scanner, String expression) {
        return pool.preparedQuery(
                        "select " + expression + " from observation where project_id = $1 and scanner_id = $2")
                .execute(Tuple.of(scanner.projectId(), scanner.id()))
                .map(rows -> rows.iterator().next().getString(0))
                .await()
                .indefinitely();
    }

    /** Observations that nobody was asked to make, so that they stay as they are. */
    private void inFlight(ScannerKey scanner, int count) {
        run("""
                insert into observation (id, project_id, scanner_id, session_id, status, workflow_id, scanner_snapshot,
                                         triggered_by, created_at, requested_at)
                select gen_random_uuid(), $1, $2, 'waiting ' || i, 'pending', 'w', '{}', 'schedule', now(), now()
                  from generate_series(1, $3) i
                """, Tuple.of(scanner.projectId(), scanner.id(), count));
    }

    private void awaitNothingInFlight(ScannerKey scanner) {
        Awaitility.await()
                .until(() -> column(scanner, "count(*) filter (where completed_at is null)::text"), "0"::equals);
    }

    private GivenSessions sessions() {
        return new GivenSessions(pool, project.id());
    }

    /** A minute that ended so long ago. */
    private GivenSessions ended(GivenSessions given, String id, int minutesAgo) {
        return given.session(id, "visitor", minutesAgo(minutesAgo + 1));
    }

    private Instant minutesAgo(int minutes) {
        return now.minusSeconds(60L * minutes);
    }

    private ScannerKey scanner(Map<String, Object> query, double rate) {
        String id = as().body(body(query, rate))
                .post(path("/"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new ScannerKey(project.id(), UUID.fromString(id));
    }

    private static Map<String, Object> body(Map<String, Object> query, double rate) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "sweep " + UUID.randomUUID());
        body.put("scanner_type", "monitor");
        body.put("scanner_config", Map.of("prompt", "x"));
        body.put("provider", "local");
        body.put("model", "local");
        body.put("query", query);
        body.put("sampling_rate", rate);
        return body;
    }

    private void run(String sql, Tuple values) {
        pool.preparedQuery(sql).execute(values).await().indefinitely();
    }

    private String path(String path) {
        return "/api/projects/" + project.id() + "/vision/scanners" + path;
    }

    private RequestSpecification as() {
        return RestAssured.given()
                .header("Authorization", "Bearer " + project.key())
                .contentType("application/json");
    }
}
