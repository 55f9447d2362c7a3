package dev.sightline.vision.observation;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.ObservationRequested;
import dev.sightline.event.Topic;
import dev.sightline.json.Json;
import dev.sightline.model.ModelAnswer.Usage;
import dev.sightline.sql.Rows;
import dev.sightline.testing.TopicReader;
import dev.sightline.vision.analysis.DemoSession;
import dev.sightline.vision.filter.GivenSessions;
import dev.sightline.vision.observation.ObservationState.Ended;
import dev.sightline.vision.observation.ObservationState.InFlight;
import dev.sightline.vision.observation.ObservationState.WithoutResult;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of a job: its gates, its one end, and what becomes of it when its worker dies. */
@QuarkusTest
class ObservationJobTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant LONG_AGO = Instant.now().minus(Duration.ofHours(2));
    private static final Outcome YES = answer("{\"verdict\":\"yes\"}");
    private static final Outcome FAILED = new Outcome.Failed("internal_error:x");

    @Inject
    Visit visit;

    @Inject
    Pool pool;

    @Inject
    ObservationRepository repository;

    @Inject
    ObservationWorker worker;

    @Inject
    ObservationReaper reaper;

    @Inject
    ObservationEnd end;

    /** Each session fails the gates behind its own as well, so that the order of the gates decides. */
    @ParameterizedTest
    @CsvSource({
        "none,        0,    0, no_recording",
        "short,       14,    0, too_short",
        "idle,        60,  9999, too_inactive",
        "busy,      9000, 3600001, too_long",
        "uneventful, 60, 30000, no_events",
    })
    void theFirstGateThatIsShutIsNamed(String session, int seconds, long activeMs, String kind) {
        if (seconds > 0) {
            new GivenSessions(pool, visit.project().id())
                    .session(session, "d", LONG_AGO, Duration.ofSeconds(seconds))
                    .with(session, "active_ms", String.valueOf(activeMs));
        }
        Row row = observed(given().pending(session));

        assertEquals("ineligible", row.getString("status"));
        assertEquals(kind, row.getString("error_reason").split(":")[0]);
    }

    @Test
    void aRecordingWithoutItsBlocksFails() {
        new GivenSessions(pool, visit.project().id())
                .session("empty", "d", LONG_AGO)
                .event("empty", "$pageview", LONG_AGO, "{}");

        Row row = observed(given().pending("empty"));

        assertEquals("failed", row.getString("status"));
        assertTrue(row.getString("error_reason").startsWith("internal_error:"));
    }

    @Test
    void anEndIsTheOnlyOne() {
        StoredObservation row = given().pending("a");
        InFlight observation = new InFlight(row);
        end(observation.ended(YES));
        end(observation.ended(FAILED));
        end(observation.ended(YES));

        assertEquals("succeeded", row(row.id()).getString("status"));
        assertEquals(1L, count("usage_receipt"));
        assertEquals(1L, count("(select * from observation_day_tally, generate_series(1, total))"));
        assertThrows(IllegalArgumentException.class, () -> new InFlight(stored(row.id())));
        assertThrows(IllegalArgumentException.class, () -> new WithoutResult(stored(row.id())));
    }

    @Test
    void aRequestThatComesTwiceIsWorkedOnOnce() {
        String scanner = scanner(false);
        visit.observed(scanner, "nobody-was-here", "ineligible");
        StoredObservation row = stored(onlyId());

        accept(row);
        visit.observe(scanner, "nobody-was-here");

        assertEquals(1, row(row.id()).getInteger("attempts"));
        assertEquals(1L, count("observation"));
    }

    @Test
    void aLostJobIsDoneAgain() {
        StoredObservation waiting = given().pending("never-taken");
        StoredObservation running = given().pending("worker-died");
        set(waiting, "requested_at = $3");
        set(running, "requested_at = $3, status = 'running', attempts = 1, started_at = $3, lease_until = $3");

        reap();

        assertEquals("ineligible", ended(waiting.id()).getString("status"));
        Row again = ended(running.id());
        assertEquals("ineligible", again.getString("status"));
        assertEquals(2, again.getInteger("attempts"));
    }

    @Test
    void aJobThatIsLostAgainAndAgainIsGivenUp() {
        StoredObservation row = given().pending("cursed");
        set(row, "requested_at = $3, status = 'running', attempts = 3, started_at = $3, lease_until = $3");

        reap();

        Row orphan = ended(row.id());
        assertEquals("failed", orphan.getString("status"));
        assertEquals("orphaned", orphan.getString("error_reason").split(":")[0]);
    }

    @Test
    void aWorkerThatLivesKeepsItsJob() {
        StoredObservation row = given().pending("in-hand");
        set(row, "requested_at = $3, status = 'running', attempts = 3, lease_until = now() + interval '5 minutes'");

        reap();

        assertEquals("running", row(row.id()).getString("status"));
        assertEquals(3, row(row.id()).getInteger("attempts"));
    }

    @Test
    void anAnswerThatCannotBeStoredIsNotAskedForAgain() {
        StoredObservation row = given().pending("a");

        end(new InFlight(row).ended(answer("{\"verdict\":\"y\\u0000s\"}")));

        assertEquals("failed", row(row.id()).getString("status"));
        assertEquals(
                "internal_error:The answer could not be stored.", row(row.id()).getString("error_reason"));
    }

    @Test
    void aDatabaseThatHiccupsLosesNoAnswer() {
        StoredObservation row = given().pending("a");
        Obstacle.to(pool, visit.project().id(), "update on observation", 2)
                .during(() -> end(new InFlight(row).ended(YES)));

        assertEquals("succeeded", row(row.id()).getString("status"));
        assertEquals(1L, count("usage_receipt"));
    }

    @Test
    void aSnapshotThatCannotBeReadEndsAsFailed() {
        StoredObservation row = given().pending("a");
        set(row, "scanner_snapshot = '[]'");
        new GivenSessions(pool, visit.project().id())
                .session("a", "d", LONG_AGO)
                .event("a", "$pageview", LONG_AGO, "{}");

        assertEquals("failed", observed(row).getString("status"));
    }

    @Test
    void aScannerThatIsDeletedMeanwhileWaitsForTheEndAndTakesItAlong() {
        String scanner = scanner(false);
        StoredObservation row = given(scanner).pending("a");
        ObservationTallies tallies = new ObservationTallies();
        Ended ended = new InFlight(row).ended(YES);

        CompletableFuture<Integer> deleted = pool.withTransaction(tx -> repository
                        .finish(tx, ended, LONG_AGO)
                        .map(finished -> CompletableFuture.supplyAsync(() -> delete(scanner)))
                        .call(() ->
                                Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofMillis(300)))
                        .call(() -> tallies.add(tx, ended, LONG_AGO)))
                .await()
                .indefinitely();

        assertEquals(204, deleted.join());
        assertEquals(0L, count("observation"));
        assertEquals(1L, count("usage_receipt"));
        end(ended);
        assertEquals(0L, count("observation_day_tally"));
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void signalsGoOutIfTheSnapshotSaysSo(boolean snapshot, boolean scannerNow) {
        String session = visit.record(DemoSession.of("kettle-error-leaves"));
        String scanner = scanner(scannerNow);
        JsonNode config = Json.read("{\"prompt\":\"Did an error occur?\"}", JsonNode.class);
        StoredObservation row = given(scanner)
                .as(new ScannerSnapshot("then", "monitor", 7, "local", "local", snapshot, config))
                .pending(session);

        JsonNode result = Json.read(observed(row).getValue("scanner_result").toString(), JsonNode.class);

        assertEquals(snapshot, result.path("signals_count").asInt() > 0, result::toString);
    }

    @Test
    void theCompletedMessageTellsAllOfAnEnd() {
        String scanner = scanner(true);
        JsonNode config = Json.read("{\"prompt\":\"p\"}", JsonNode.class);
        StoredObservation row = given(scanner)
                .as(new ScannerSnapshot("then", "monitor", 7, "gpt", "openai", true, config))
                .by(Trigger.onDemand(visit.project().person().id()))
                .pending("a");

        end(new InFlight(row).ended(YES));

        JsonNode told = await().atMost(PATIENCE)
                .until(() -> completed(row.id()), found -> !found.isEmpty())
                .get(0);
        JsonNode expected = Json.tree(Map.of(
                "scanner_id", scanner,
                "scanner_name", "then",
                "scanner_type", "monitor",
                "scanner_version", 7,
                "session_id", "a",
                "triggered_by", "on_demand",
                "triggered_by_user_id", visit.project().person().id(),
                "model", "gpt",
                "provider", "openai",
                "emits_signals", true));
        expected.properties().forEach(member -> assertEquals(member.getValue(), told.path(member.getKey())));
        assertEquals("yes", told.at("/model_output/verdict").asText());
        assertEquals("succeeded", told.path("status").asText());
    }

    private List<JsonNode> completed(UUID observation) {
        try (TopicReader reader = TopicReader.of(Topic.OBSERVATIONS)) {
            return reader.records(record -> true).stream()
                    .map(record -> Json.read(new String(record.value(), StandardCharsets.UTF_8), JsonNode.class))
                    .filter(message -> message.has("completed_at")
                            && message.path("observation_id").asText().equals(observation.toString()))
                    .toList();
        }
    }

    private static Outcome answer(String output) {
        return new Outcome.Succeeded(Json.read(output, JsonNode.class), List.of(), Usage.NONE);
    }

    private GivenObservations given() {
        return given(scanner(false));
    }

    private GivenObservations given(String scanner) {
        return new GivenObservations(pool, new ScannerKey(visit.project().id(), UUID.fromString(scanner)));
    }

    private String scanner(boolean emits) {
        return visit.created(Map.of(
                "name",
                "m " + UUID.randomUUID(),
                "scanner_type",
                "monitor",
                "scanner_config",
                Map.of("prompt", "Did an error occur?"),
                "provider",
                "local",
                "model",
                "local",
                "emits_signals",
                emits));
    }

    private int delete(String scanner) {
        return visit.as().delete(visit.scanners() + "/" + scanner).statusCode();
    }

    private Row observed(StoredObservation row) {
        accept(row);
        return ended(row.id());
    }

    private void accept(StoredObservation row) {
        worker.accept(new ObservationRequested(row.projectId(), row.id(), row.scannerId(), row.sessionId()))
                .await()
                .indefinitely();
    }

    private void end(Ended ended) {
        end.end(ended, Instant.now()).await().indefinitely();
    }

    private void reap() {
        reaper.reap().await().indefinitely();
    }

    /** Sets columns of the row; {@code $3} is hours ago. */
    private void set(StoredObservation row, String columns) {
        pool.preparedQuery("update observation set " + columns
                        + " where project_id = $1 and id = $2 and $3::timestamptz is not null")
                .execute(Tuple.of(row.projectId(), row.id(), Rows.parameter(LONG_AGO)))
                .await()
                .indefinitely();
    }

    private Row ended(UUID id) {
        return await().atMost(PATIENCE).until(() -> row(id), row -> row.getValue("completed_at") != null);
    }

    private Row row(UUID id) {
        return pool.preparedQuery("select * from observation where project_id = $1 and id = $2")
                .execute(Tuple.of(visit.project().id(), id))
                .map(rows -> rows.iterator().next())
                .await()
                .indefinitely();
    }

    private UUID onlyId() {
        return pool.preparedQuery("select id from observation where project_id = $1")
                .execute(Tuple.of(visit.project().id()))
                .map(rows -> rows.iterator().next().getUUID(0))
                .await()
                .indefinitely();
    }

    private StoredObservation stored(UUID id) {
        return repository.find(visit.project().id(), id).await().indefinitely().orElseThrow();
    }

    private long count(String table) {
        return pool.preparedQuery("select count(*) from " + table + " t where project_id = $1")
                .execute(Tuple.of(visit.project().id()))
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .indefinitely();
    }
}
