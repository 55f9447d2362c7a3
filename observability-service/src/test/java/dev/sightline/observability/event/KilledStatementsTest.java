package dev.sightline.observability.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.EventCaptured;
import dev.sightline.json.Json;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * The database is taken away from the store at any point of its work, a hundred times, under load: before a batch, in the
 * middle of it, or after it is committed and before the store has heard so.
 */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class KilledStatementsTest {

    private static final int KILLS = 100;
    private static final int LANES = 3;
    private static final int BATCH = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(50);
    private static final Instant NOW = Timestamps.micros(Instant.now());

    /** One connection that stores a batch right now, seen from outside. */
    private static final String KILL = """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and state = 'active' and query like 'with batch as%'
            order by random()
            limit 1""";

    private static final String COUNT = """
            select count(*) as events, count(distinct uuid) as identities,
                   (select count(*) from event_content where project_id = $1) as contents
            from event where project_id = $1""";

    private final int project = TestDirectory.newProject().id();

    @Inject
    EventStore store;

    @Inject
    Pool pool;

    @Inject
    DataSource outside;

    @Test
    void noEventIsLostOrStoredTwice() throws SQLException {
        AtomicBoolean over = new AtomicBoolean();
        List<CompletableFuture<Integer>> lanes = IntStream.range(0, LANES)
                .mapToObj(lane -> CompletableFuture.supplyAsync(() -> sendUntil(over)))
                .toList();

        kill();
        over.set(true);

        long sent = lanes.stream().mapToInt(CompletableFuture::join).sum();
        Row counted = pool.preparedQuery(COUNT)
                .execute(Tuple.of(project))
                .map(rows -> rows.iterator().next())
                .await()
                .atMost(PATIENCE);
        assertEquals(sent, counted.getLong("events"));
        assertEquals(sent, counted.getLong("identities"));
        assertEquals(sent, counted.getLong("contents"));
    }

    /** Sends batch after batch, each again with the one before it, as a consumer does that lost its position. */
    private int sendUntil(AtomicBoolean over) {
        int sent = 0;
        List<EventCaptured> before = List.of();
        while (!over.get()) {
            List<EventCaptured> fresh =
                    IntStream.range(0, BATCH).mapToObj(i -> event()).toList();
            List<EventCaptured> both = new ArrayList<>(before);
            both.addAll(fresh);
            save(both);
            before = fresh;
            sent += fresh.size();
        }
        return sent;
    }

    /** Again and again until the database has taken them, as deliveries do. */
    private void save(List<EventCaptured> events) {
        Uni.createFrom()
                .deferred(() -> store.save(events))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(5), Duration.ofMillis(50))
                .indefinitely()
                .await()
                .atMost(PATIENCE);
    }

    private void kill() throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int killed = 0;
        try (Connection connection = outside.getConnection();
                Statement statement = connection.createStatement()) {
            while (killed < KILLS && System.nanoTime() < deadline) {
                try (ResultSet victims = statement.executeQuery(KILL)) {
                    killed += victims.next() && victims.getBoolean(1) ? 1 : 0;
                }
            }
        }
        assertEquals(KILLS, killed);
    }

    private EventCaptured event() {
        ObjectNode properties =
                Json.mapper().createObjectNode().put("text", "x".repeat(200)).put("$ai_input", "y".repeat(500));
        return new EventCaptured(project, UuidV7.next(), "e", "d", NOW, NOW, properties);
    }
}
