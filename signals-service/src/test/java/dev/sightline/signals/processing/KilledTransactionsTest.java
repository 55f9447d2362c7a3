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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * A process that is killed takes its connections with it: the database sees each break off between two statements, and
 * undoes what was not committed. Here connections are broken off there, a hundred times, while signals are grouped.
 */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class KilledTransactionsTest {

    private static final int KILLS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** One transaction that waits for its next statement, outside this connection. */
    private static final String KILL = """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and state = 'idle in transaction'
            order by random()
            limit 1""";

    private final int project = TestDirectory.newProject().id();

    @Inject
    Intake intake;

    @Inject
    Pool pool;

    @Inject
    DataSource outside;

    @Test
    void noSignalIsLostOrCountedTwice() throws SQLException {
        Stored stored = new Stored(pool, project);
        int sent = 0;

        for (int killed = 0; killed < KILLS; ) {
            sent += send(sent);
            killed += killFor(Duration.ofMillis(150));
        }

        int expected = sent;
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertEquals(0, stored.waiting());
            assertEquals(expected, stored.signals());
        });
        assertEquals(expected, stored.distinctSources());
        assertEquals(0, stored.miscounted());
        assertEquals(0, stored.orphans());
        assertEquals(0, stored.mistallied());
    }

    /** Sends some signals, again and again until the database has taken them, as the topic's consumer does. */
    private int send(int from) {
        List<SignalEmitted> signals = IntStream.range(from, from + 5)
                .mapToObj(i -> Emitted.finding(
                        project, "observation:" + i, "Dead click on 'Button " + i % 7 + "' at /page-" + i % 7, 0.01))
                .toList();
        intake.take(signals)
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(5))
                .indefinitely()
                .await()
                .atMost(PATIENCE);
        return signals.size();
    }

    private int killFor(Duration time) throws SQLException {
        int killed = 0;
        long end = System.nanoTime() + time.toNanos();
        try (Connection connection = outside.getConnection();
                Statement statement = connection.createStatement()) {
            while (System.nanoTime() < end) {
                try (ResultSet victims = statement.executeQuery(KILL)) {
                    killed += victims.next() && victims.getBoolean(1) ? 1 : 0;
                }
            }
        }
        return killed;
    }
}
