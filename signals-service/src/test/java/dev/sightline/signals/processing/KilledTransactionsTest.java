package dev.sightline.signals.processing;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.event.SignalEmitted;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * A process that is killed takes its connections with it: the database sees each break off between two statements or in
 * the middle of one, and undoes what was not committed. Here connections are broken off there, a hundred times and at every
 * statement of the transaction that groups, while signals of several projects are grouped.
 */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class KilledTransactionsTest {

    private static final int KILLS = 100;
    private static final int PROJECTS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Statements of the transaction that groups, by words that only they have. */
    private static final Map<String, String> GROUPING = Map.of(
            "the lane is held", "and owner = $2 and lease_until > now()",
            "stored signals are looked up", "where s.project_id = $1 and s.id = c.id",
            "reports are locked", "with recursive line",
            "reports are saved", "as n (id, status, before",
            "messages are appended", "insert into outbox (",
            "signals are stored", "insert into signal (",
            "the lane is settled", "delete from pending_signal where project_id");

    /**
     * Breaks off one transaction during or after one of the statements whose words are $1; rather at one that is not among
     * those of $2. The text of that statement.
     */
    private static final String KILL = """
            select case when pg_terminate_backend(pid) then query end as query from (
                select pid, query from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                  and state in ('active', 'idle in transaction')
                  and exists (select from unnest(?::text[]) as words where strpos(query, words) > 0)
                order by exists (select from unnest(?::text[]) as words where strpos(query, words) > 0), random()
                limit 1) as victim""";

    private final List<Integer> projects = Stream.generate(
                    () -> TestDirectory.newProject().id())
            .limit(PROJECTS)
            .toList();
    private final Set<String> killedAt = new TreeSet<>();

    @Inject
    Intake intake;

    @Inject
    Pool pool;

    @Inject
    DataSource outside;

    @Test
    void noSignalIsLostOrCountedTwice() throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        int killed = 0;
        int sent = 0;

        while (killed < KILLS || !killedAt.equals(GROUPING.keySet()) && System.nanoTime() < end) {
            send(sent);
            sent += 5;
            killed += killFor(Duration.ofMillis(150));
        }

        assertEquals(new TreeSet<>(GROUPING.keySet()), killedAt);
        for (int project : projects) {
            assertWhole(new Stored(pool, project), sent);
        }
    }

    private static void assertWhole(Stored stored, int signals) {
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertEquals(0, stored.waiting());
            assertEquals(signals, stored.signals());
        });
        assertEquals(signals, stored.distinctSources());
        assertEquals(0, stored.miscounted());
        assertEquals(0, stored.orphans());
        assertEquals(0, stored.mistallied());
    }

    /** Sends some signals to each project, again and again until the database has taken them, as the consumer does. */
    private void send(int from) {
        List<SignalEmitted> signals = projects.stream()
                .flatMap(project -> IntStream.range(from, from + 5).mapToObj(i -> finding(project, i)))
                .toList();
        intake.take(signals)
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(5))
                .indefinitely()
                .await()
                .atMost(PATIENCE);
    }

    private static SignalEmitted finding(int project, int i) {
        return Emitted.finding(
                project, "observation:" + i, "Dead click on 'Button %1$d' at /page-%1$d".formatted(i % 7), 0.01);
    }

    private int killFor(Duration time) throws SQLException {
        int killed = 0;
        long end = System.nanoTime() + time.toNanos();
        try (Connection connection = outside.getConnection();
                PreparedStatement statement = connection.prepareStatement(KILL)) {
            statement.setArray(
                    1, connection.createArrayOf("text", GROUPING.values().toArray()));
            while (System.nanoTime() < end) {
                Object[] seen = killedAt.stream().map(GROUPING::get).toArray();
                statement.setArray(2, connection.createArrayOf("text", seen));
                killed += kill(statement);
            }
        }
        return killed;
    }

    private int kill(PreparedStatement statement) throws SQLException {
        try (ResultSet victims = statement.executeQuery()) {
            String query = victims.next() ? victims.getString("query") : null;
            if (query == null) {
                return 0;
            }
            GROUPING.forEach((what, words) -> {
                if (query.contains(words)) {
                    killedAt.add(what);
                }
            });
            return 1;
        }
    }
}
