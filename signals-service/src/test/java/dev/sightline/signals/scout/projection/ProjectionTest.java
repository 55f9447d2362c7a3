package dev.sightline.signals.scout.projection;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.ActivityLogged;
import dev.sightline.event.EventCaptured;
import dev.sightline.event.ObservationCompleted;
import dev.sightline.json.Json;
import dev.sightline.signals.scout.projection.Broker.Told;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.time.UuidV7;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class ProjectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant YESTERDAY = LocalDate.now(ZoneOffset.UTC)
            .minusDays(1)
            .atStartOfDay()
            .plusHours(7)
            .toInstant(ZoneOffset.UTC);

    private final int project = TestDirectory.newProject().id();

    @Inject
    Histories histories;

    @Inject
    Rosters rosters;

    @Inject
    TopEvents topEvents;

    @Inject
    Heartbeats heartbeats;

    @Inject
    Pool pool;

    private Told call(int number, Map<String, ?> properties) {
        UUID id = UUID.nameUUIDFromBytes((project + "-" + number).getBytes());
        EventCaptured event = new EventCaptured(
                project,
                id,
                "$ai_generation",
                "person-" + number % 40,
                YESTERDAY.plusSeconds(number),
                YESTERDAY,
                (ObjectNode) Json.tree(properties));
        return Told.of(id, project + ":" + event.distinctId(), event);
    }

    private List<Told> calls() {
        return IntStream.rangeClosed(1, 200)
                .mapToObj(i -> call(
                        i,
                        Map.of(
                                "$ai_model",
                                "gpt-x",
                                "$ai_latency",
                                i / 100.0,
                                "$ai_total_cost_usd",
                                0.25,
                                "$ai_is_error",
                                i % 10 == 0,
                                "$ai_http_status",
                                i % 20 == 0 ? 499 : 200)))
                .toList();
    }

    private History history() {
        return histories.of(List.of(project)).await().indefinitely().get(project);
    }

    private double yesterday(String kind, String entity) {
        History history = history();
        return history.of(kind, entity).day(history.yesterday());
    }

    @Test
    void callsAreFoldedIntoHoursOnceHoweverOftenTheyCome() {
        Broker.send(calls());
        Broker.send(Stream.concat(calls().stream(), Stream.of(call(201, Map.of("$ai_model", "gpt-x"))))
                .toList());

        await().atMost(PATIENCE).until(() -> yesterday(Kinds.CALLS, "gpt-x") >= 201);

        assertEquals(201, yesterday(Kinds.CALLS, "gpt-x"));
        assertEquals(201, yesterday(Kinds.EVENTS, "$ai_generation"));
        assertEquals(10, yesterday(Kinds.ERRORS, "gpt-x"));
        assertEquals(10, yesterday(Kinds.FAILURES, "gpt-x/other"));
        assertEquals(50, yesterday(Kinds.COST, "gpt-x"), 1e-6);
        assertEquals(40, yesterday(Kinds.USERS, "$ai_generation"), 2);
        assertEquals(1, yesterday(Kinds.P50, "gpt-x"), 0.1);
        assertEquals(1.8, yesterday(Kinds.P90, "gpt-x"), 0.1);
        TopEvents.TopEvent top =
                topEvents.of(pool, project).await().indefinitely().get(0);
        assertEquals("$ai_generation", top.event());
        assertEquals(201, top.count());
        assertEquals(40, top.distinctUsers(), 2);
        assertEquals(YESTERDAY.truncatedTo(ChronoUnit.HOURS), top.firstSeen());
    }

    private Told rageClick(int number) {
        UUID id = UuidV7.next();
        ObjectNode properties = Json.mapper().createObjectNode().put("$session_id", "session-" + number % 12);
        EventCaptured click = new EventCaptured(
                project,
                id,
                "$rageclick",
                "person-" + number % 6,
                YESTERDAY.plusSeconds(600L * number),
                YESTERDAY,
                properties);
        return Told.of(id, project + ":" + click.distinctId(), click);
    }

    @Test
    void peopleAndSessionsOfFrictionAreCountedByTheDay() {
        Broker.send(IntStream.range(0, 60).mapToObj(this::rageClick).toList());

        await().atMost(PATIENCE).until(() -> yesterday(Kinds.EVENTS, "$rageclick") == 60);
        assertEquals(6, yesterday(Kinds.DAY_USERS, "$rageclick"));
        assertEquals(12, yesterday(Kinds.DAY_SESSIONS, "$rageclick"));
    }

    @Test
    void failuresAreFoldedByTheirStatus() {
        int[] statuses = {200, 301, 400, 404, 429, 499, 500, 503, 777};

        Broker.send(IntStream.range(0, statuses.length)
                .mapToObj(i -> call(i, Map.of("$ai_model", "a/b", "$ai_http_status", statuses[i])))
                .toList());

        await().atMost(PATIENCE).until(() -> yesterday(Kinds.CALLS, "a/b") == statuses.length);
        assertEquals(2, yesterday(Kinds.FAILURES, "a/b/4xx"));
        assertEquals(1, yesterday(Kinds.FAILURES, "a/b/429"));
        assertEquals(2, yesterday(Kinds.FAILURES, "a/b/5xx"));
        assertEquals(1, yesterday(Kinds.FAILURES, "a/b/other"));
    }

    @Test
    void observationsAreFoldedByScannerAndAnswer() {
        UUID scanner = UuidV7.next();

        Broker.send(Stream.of(
                        observation(scanner, "succeeded", Map.of("verdict", "yes")),
                        observation(scanner, "succeeded", Map.of("verdict", "inconclusive")),
                        observation(scanner, "succeeded", Map.of("score", 4, "tags", List.of("slow"))),
                        observation(scanner, "failed", null))
                .toList());

        await().atMost(PATIENCE).until(() -> yesterday(Kinds.FAILED, scanner.toString()) == 1);
        await().atMost(PATIENCE).until(() -> yesterday(Kinds.SUCCEEDED, scanner.toString()) == 3);
        assertEquals(1, yesterday(Kinds.YES, scanner.toString()));
        assertEquals(0, yesterday(Kinds.NO, scanner.toString()));
        assertEquals(16, yesterday(Kinds.SCORE_SQUARED, scanner.toString()));
        assertEquals(1, yesterday(Kinds.TAG, scanner + "/slow"));
        assertEquals("Checkout", history().name(scanner.toString()));
    }

    private Told observation(UUID scanner, String status, Map<String, ?> answer) {
        UUID id = UuidV7.next();
        ObservationCompleted observation = new ObservationCompleted(
                project,
                id,
                scanner,
                "Checkout",
                "monitor",
                1,
                "session",
                status,
                "",
                "schedule",
                null,
                "local",
                "local",
                false,
                0,
                answer == null ? null : Json.tree(answer),
                YESTERDAY);
        return Told.of(id, project + ":" + scanner, observation);
    }

    @Test
    void verdictsAreFoldedByEvaluation() {
        String evaluation = UuidV7.next().toString();

        Broker.send(Stream.of(
                        run(evaluation, "succeeded", true),
                        run(evaluation, "succeeded", false),
                        run(evaluation, "skipped", null),
                        run(evaluation, "failed", null))
                .toList());

        await().atMost(PATIENCE).until(() -> yesterday(Kinds.RUN_FAILED, evaluation) == 1);
        assertEquals(1, yesterday(Kinds.PASSED, evaluation));
        assertEquals(1, yesterday(Kinds.NOT_PASSED, evaluation));
        assertEquals(1, yesterday(Kinds.NOT_APPLICABLE, evaluation));
    }

    private Told run(String evaluation, String status, Boolean verdict) {
        ObjectNode payload = Json.mapper()
                .createObjectNode()
                .put("project_id", project)
                .put("evaluation_id", evaluation)
                .put("evaluation_name", "Polite")
                .put("status", status)
                .put("verdict", verdict)
                .put("completed_at", YESTERDAY.toString());
        return new Told(
                UuidV7.next(), "evaluations.runs", EvaluationMeasures.TYPE, project + ":" + evaluation, payload);
    }

    private Told change(UUID id, Integer userId) {
        return Told.of(
                id,
                String.valueOf(project),
                new ActivityLogged(
                        project,
                        id,
                        "ReplayScanner",
                        "1",
                        "Checkout",
                        "updated",
                        userId,
                        null,
                        Json.mapper().createObjectNode(),
                        Instant.now()));
    }

    private long changes() {
        return pool.preparedQuery("select count(*) from scout_activity where project_id = $1")
                .execute(Tuple.of(project))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    @Test
    void whatPeopleChangeIsKeptOnceAndWhatProgramsDoIsNot() {
        UUID first = UuidV7.next();

        Broker.send(List.of(change(first, 1), change(UuidV7.next(), null), change(first, 1), change(UuidV7.next(), 2)));

        await().atMost(PATIENCE).until(() -> changes() == 2);
    }

    private record Change(String scope, String item, String activity, String detail, Instant at) {}

    private Told told(Change change) {
        UUID id = UuidV7.next();
        ObjectNode detail = Json.read(change.detail().replace('\'', '"'), ObjectNode.class);
        return Told.of(
                id,
                String.valueOf(project),
                new ActivityLogged(
                        project,
                        id,
                        change.scope(),
                        change.item(),
                        "n",
                        change.activity(),
                        1,
                        null,
                        detail,
                        change.at()));
    }

    private Roster.Standing standing(String kind, String id) {
        Roster roster = rosters.of(List.of(project)).await().indefinitely().get(project);
        return roster.find(kind, id).map(Roster.Thing::standing).orElse(null);
    }

    @Test
    void whatPeopleSetUpIsKeptAsItStands() {
        Instant day = YESTERDAY;
        Instant next = day.plusSeconds(60);
        String off = "{'enabled':false,'changes':[{'field':'enabled'}]}";
        Broker.send(Stream.of(
                        new Change("ReplayScanner", "on", "created", "{'enabled':true}", day),
                        new Change("ReplayScanner", "off", "created", "{'enabled':true}", day),
                        new Change("ReplayScanner", "off", "updated", off, next),
                        new Change("ReplayScanner", "gone", "created", "{'enabled':true}", day),
                        new Change("ReplayScanner", "gone", "deleted", "{'enabled':false}", next),
                        new Change(
                                "ReplayScanner",
                                "old",
                                "updated",
                                "{'enabled':true,'changes':[{'field':'name'}]}",
                                next),
                        new Change("Evaluation", "back", "created", "{'enabled':false}", day),
                        new Change(
                                "Evaluation",
                                "back",
                                "updated",
                                "{'enabled':true,'changes':[{'field':'enabled'}]}",
                                next),
                        new Change("Dataset", "set", "created", "{'changes':[]}", day),
                        new Change("Dataset", "empty", "created", "{'changes':[]}", day),
                        new Change("DatasetItem", "i", "created", "{'dataset':'set'}", next))
                .map(this::told)
                .toList());
        Broker.send(List.of(told(new Change("ReplayScanner", "off", "updated", "{'enabled':true}", day))));
        Broker.send(List.of(told(new Change("ReplayScanner", "last", "created", "{}", day))));

        await().atMost(PATIENCE).until(() -> standing(Roster.SCANNER, "last") != null);
        assertEquals(new Roster.Standing(true, day, day, day, null), standing(Roster.SCANNER, "on"));
        assertEquals(new Roster.Standing(true, day, next, null, null), standing(Roster.SCANNER, "off"));
        assertEquals(new Roster.Standing(false, day, next, null, null), standing(Roster.SCANNER, "gone"));
        assertEquals(new Roster.Standing(true, null, next, next, null), standing(Roster.SCANNER, "old"));
        assertEquals(new Roster.Standing(true, day, next, next, null), standing(Roster.EVALUATION, "back"));
        assertEquals(next, standing(Roster.DATASET, "set").used());
        assertEquals(null, standing(Roster.DATASET, "empty").used());
    }

    @Test
    void oddNewsOfWhatPeopleChangedHoldsUpNobody() {
        UUID id = UUID.randomUUID();
        ActivityLogged bare = new ActivityLogged(project, id, null, null, null, null, null, null, null, null);
        ActivityLogged odd = new ActivityLogged(
                project,
                UuidV7.next(),
                Roster.SCANNER,
                "i".repeat(5_000),
                "x\u0000\ny",
                "exploded",
                1,
                "c",
                (ObjectNode) Json.tree(Map.of("enabled", "perhaps", "changes", "all")),
                YESTERDAY);
        String key = String.valueOf(project);

        Broker.send(List.of(
                Told.of(id, key, bare),
                new Told(UuidV7.next(), "activity.logged", Told.of(id, key, odd).type(), key, "no object"),
                Told.of(odd.activityId(), key, odd),
                told(new Change("DatasetItem", "i", "created", "{'dataset':[]}", YESTERDAY)),
                told(new Change("Evaluation", "last", "created", "{}", YESTERDAY))));

        await().atMost(PATIENCE).until(() -> standing(Roster.EVALUATION, "last") != null);
        Roster.Thing kept = rosters.of(List.of(project)).await().indefinitely().get(project).things().stream()
                .filter(thing -> thing.kind().equals(Roster.SCANNER))
                .findFirst()
                .orElseThrow();
        assertEquals("x  y", kept.name());
        assertEquals(200, kept.id().length());
    }

    @Test
    void oddMessagesHoldUpNobody() {
        int other = TestDirectory.newProject().id();
        UUID id = UuidV7.next();
        Told odd = Told.of(
                id,
                other + ":x",
                new EventCaptured(
                        other, id, "$ai_generation", null, YESTERDAY, YESTERDAY, (ObjectNode) Json.tree(Map.of(
                                "$ai_model",
                                "x\u0000\n" + "y".repeat(5_000),
                                "$ai_latency",
                                -1,
                                "$ai_total_cost_usd",
                                "free"))));
        Told broken = new Told(UuidV7.next(), "events.captured", odd.type(), other + ":x", "no object");

        Broker.send(List.of(odd, broken, call(1, Map.of("$ai_model", "gpt-x"))));

        await().atMost(PATIENCE).until(() -> yesterday(Kinds.CALLS, "gpt-x") == 1);
        await().atMost(PATIENCE).until(() -> !histories
                .of(List.of(other))
                .await()
                .indefinitely()
                .get(other)
                .all(Kinds.CALLS)
                .isEmpty());
    }

    private List<Told> callsOf(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> call(1_000 + i, Map.of("$ai_model", "model-" + i, "$ai_latency", 1)))
                .toList();
    }

    @Test
    void namesThatStrangersInventDoNotFillTheDatabase() {
        Broker.send(callsOf(0, 600));
        await().atMost(PATIENCE).until(() -> yesterday(Kinds.EVENTS, "$ai_generation") == 600);
        int followed = history().all(Kinds.CALLS).size();
        assertTrue(followed >= 500, "followed " + followed);

        Broker.send(callsOf(600, 700));
        Broker.send(List.of(call(9_999, Map.of("$ai_model", "model-0"))));
        await().atMost(PATIENCE).until(() -> yesterday(Kinds.EVENTS, "$ai_generation") == 701);

        assertEquals(followed, history().all(Kinds.CALLS).size());
        assertEquals(followed, history().all(Kinds.P50).size());
        assertEquals(2, yesterday(Kinds.CALLS, "model-0"));
    }

    @Test
    void theHeartOfTheProjectionsBeats() {
        await().atMost(PATIENCE).until(() -> {
            heartbeats.beat().await().indefinitely();
            return heartbeats.current().await().indefinitely().isPresent();
        });
        assertTrue(heartbeats
                .current()
                .await()
                .indefinitely()
                .orElseThrow()
                .isAfter(Instant.now().minusSeconds(60)));
    }
}
