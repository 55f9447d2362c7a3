package dev.sightline.observability.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.EventCaptured;
import dev.sightline.json.Json;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class EventStoreTest {

    private static final Instant NOW = Timestamps.micros(Instant.now());

    @Inject
    EventStore store;

    @Inject
    EventRetention retention;

    @Inject
    Pool pool;

    private int project;

    @BeforeEach
    void ownProject() {
        project = TestDirectory.newProject().id();
    }

    @Test
    void findsAnEventWithAllItsProperties() {
        EventCaptured event = event(
                NOW,
                "{\"$session_id\":\"s\",\"a\":{\"b\":[1,null]},\"$ai_input\":[{\"role\":\"user\"}],\"$ai_tools\":null}");

        assertEquals(1, save(event));

        StoredEvent found = find(event).orElseThrow();
        assertEquals(event.properties(), found.properties());
        assertEquals("s", found.sessionId());
        assertEquals(NOW, found.timestamp());
        assertTrue(found.whole());
        assertEquals(
                "{\"a\": {\"b\": [1, null]}, \"$session_id\": \"s\"}",
                row("properties::text", event).getString(0));
    }

    @Test
    void findsItByProjectNameIdAndDayOnly() {
        EventCaptured event = event(NOW, "{}");
        save(event);
        LocalDate day = day(NOW);

        Stream.of(
                        new EventKey(project + 1, event.event(), event.uuid(), day),
                        new EventKey(project, "other", event.uuid(), day),
                        new EventKey(project, event.event(), UuidV7.next(), day),
                        new EventKey(project, event.event(), event.uuid(), day.minusDays(1)))
                .forEach(
                        key -> assertTrue(store.find(key).await().indefinitely().isEmpty()));
    }

    @Test
    void storesTheFirstOfEachIdentity() {
        UUID uuid = UuidV7.next();
        Instant midnight = NOW.truncatedTo(ChronoUnit.DAYS);
        EventCaptured first = event(uuid, midnight.minusMillis(1), "{\"n\":1}");
        EventCaptured afterMidnight = event(uuid, midnight.plusMillis(1), "{\"n\":2}");

        assertEquals(1, save(first));
        assertEquals(0, save(first));
        assertEquals(0, save(afterMidnight));
        assertEquals(1, save(event(midnight, "{}"), first));
        assertEquals(1L, row("count(*)", first).getLong(0));
    }

    @Test
    void storesTheFirstOfARequestThatRepeatsItself() {
        UUID uuid = UuidV7.next();
        EventCaptured first = event(uuid, NOW, "{\"n\":1}");

        assertEquals(1, save(first, event(uuid, NOW.minus(Duration.ofDays(1)), "{\"n\":2}")));
        assertEquals("1", row("properties ->> 'n'", first).getString(0));
    }

    @Test
    void keepsTheSameIdInTwoProjectsApart() {
        EventCaptured mine = event(NOW, "{}");
        int other = TestDirectory.newProject().id();
        EventCaptured theirs = new EventCaptured(other, mine.uuid(), "e", "d", NOW, NOW, mine.properties());

        assertEquals(2, save(mine, theirs));
    }

    @Test
    void takesEventsOfTheWholeRetentionAndNoOlderOnes() {
        EventCaptured oldest = event(NOW.minus(Duration.ofDays(90)), "{\"$ai_input\":\"x\",\"light\":1}");
        EventCaptured tooOld = event(NOW.minus(Duration.ofDays(91)), "{}");
        EventCaptured ancient = event(Instant.parse("-4000-01-01T00:00:00Z"), "{}");

        assertEquals(1, save(oldest, tooOld, ancient));

        StoredEvent found = find(oldest).orElseThrow();
        assertFalse(found.whole());
        assertEquals("{\"light\":1}", found.properties().toString());
    }

    @Test
    void readsTheRecentOfAName() {
        EventCaptured older = event(NOW.minusSeconds(60), "{\"$ai_output\":\"o\"}");
        EventCaptured newer = event(NOW, "{}");
        EventCaptured before = event(NOW.minus(Duration.ofDays(2)), "{}");
        save(older, newer, before);

        List<StoredEvent> recent = store.recent(project, RecentEvents.of("e", NOW.minus(Duration.ofDays(1))), 10)
                .await()
                .indefinitely();

        assertEquals(
                List.of(newer.uuid(), older.uuid()),
                recent.stream().map(StoredEvent::uuid).toList());
        assertEquals("o", recent.get(1).properties().path("$ai_output").textValue());
    }

    @Test
    void goesOnBehindWhatWasReadEvenAmongEventsOfOneTime() {
        List<EventCaptured> events = IntStream.range(0, 7)
                .mapToObj(i -> event(NOW.minusSeconds(i / 3), "{}"))
                .toList();
        save(events.toArray(EventCaptured[]::new));

        List<UUID> read = new ArrayList<>();
        RecentEvents next = RecentEvents.of("e", NOW.minus(Duration.ofDays(1)));
        List<StoredEvent> page;
        do {
            page = store.recent(project, next, 2).await().indefinitely();
            page.forEach(event -> read.add(event.uuid()));
            next = page.isEmpty() ? next : next.after(page);
        } while (!page.isEmpty());

        assertEquals(7, read.size());
        assertEquals(events.stream().map(EventCaptured::uuid).collect(Collectors.toSet()), Set.copyOf(read));
    }

    @Test
    void storesAllOrNothing() {
        EventCaptured good = event(NOW, "{}");
        EventCaptured bad = event(NOW, "{\"text\":\"\\u0000\"}");

        assertThrows(PgException.class, () -> save(good, bad));

        assertTrue(find(good).isEmpty());
    }

    @Test
    void makesPartitionsAheadAndDropsThoseOutOfRetention() {
        LocalDate today = day(Instant.now());
        run(PartitionName.create("event", today.minusDays(120)));
        run(PartitionName.create("event_content", today.minusDays(40)));
        save(event(NOW.minus(Duration.ofDays(40)), "{}"));

        retention.turn().await().indefinitely();

        assertFalse(exists(PartitionName.of("event", today.minusDays(120))));
        assertFalse(exists(PartitionName.of("event_content", today.minusDays(40))));
        assertTrue(exists(PartitionName.of("event", today.minusDays(40))));
        assertTrue(exists(PartitionName.of("event", today.plusDays(3))));
        assertTrue(exists(PartitionName.of("event_content", today.plusDays(3))));
    }

    private void run(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }

    private boolean exists(String table) {
        return pool.preparedQuery("select to_regclass($1) is not null")
                .execute(Tuple.of(table))
                .map(rows -> rows.iterator().next().getBoolean(0))
                .await()
                .indefinitely();
    }

    private long save(EventCaptured... events) {
        return store.save(List.of(events)).await().indefinitely();
    }

    private Optional<StoredEvent> find(EventCaptured event) {
        EventKey key = new EventKey(project, event.event(), event.uuid(), day(event.timestamp()));
        return store.find(key).await().indefinitely();
    }

    private Row row(String expression, EventCaptured event) {
        return pool.preparedQuery("select " + expression + " from event where project_id = $1 and uuid = $2")
                .execute(Tuple.of(project, event.uuid()))
                .map(rows -> rows.iterator().next())
                .await()
                .indefinitely();
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private EventCaptured event(Instant timestamp, String properties) {
        return event(UuidV7.next(), timestamp, properties);
    }

    private EventCaptured event(UUID uuid, Instant timestamp, String properties) {
        return new EventCaptured(project, uuid, "e", "d", timestamp, NOW, Json.read(properties, ObjectNode.class));
    }
}
