package dev.sightline.local.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.local.endtoend.Client.Answer;
import dev.sightline.local.endtoend.Script.Run;
import dev.sightline.local.stack.Port;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How stacks start, end, die and come back. */
class LifecycleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SCANNERS = "/api/projects/1/vision/scanners/";
    private static final List<String> PARTS = List.of("servers", "vision", "signals", "observability");

    @TempDir
    Path data;

    private LocalStack stack;

    @BeforeEach
    void prepare() throws IOException {
        stack = LocalStack.on(data);
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void whatWasStoredSurvivesEveryKindOfEnd() throws Exception {
        stack.up();
        sql("create table kept as select 42 as answer");

        interrupt(stack.process("runner"));
        stack.up();
        assertEquals(42, answer(), "after Ctrl-C");

        List<ProcessHandle> orphans = PARTS.stream().map(stack::process).toList();
        stack.process("runner").destroyForcibly();
        await().atMost(PATIENCE).until(() -> orphans.stream().noneMatch(ProcessHandle::isAlive));
        stack.up();
        assertEquals(42, answer(), "after a kill of the runner");

        stack.process("vision").destroyForcibly();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(this::onlyVisionIsAway);
        awaitHealth(200);
        assertEquals(200, stack.client().get(SCANNERS).status(), "after a kill of a service");

        stack.process("servers").destroyForcibly();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> answer() == 42);
        awaitHealth(200);

        stack.down();
        assertTrue(Stream.of(Port.values()).noneMatch(this::listens), "down leaves nothing behind");
    }

    @Test
    void aPartThatDoesNotStartIsAReason() {
        Run up = stack.runWith("SIGHTLINE_POSTGRES_URL", "postgresql://127.0.0.1:1", "up");

        assertEquals(1, up.exitCode());
        assertTrue(up.output().contains(" ended with exit code 1. The end of " + data), up.output());
        assertTrue(up.output().contains("127.0.0.1:1"), up.output());
        assertFalse(up.output().contains("Sightline is ready"), up.output());
        assertTrue(Stream.of(Port.values()).noneMatch(this::listens), "nothing stays behind");
    }

    /** The gateway says so for the routes of the service; the others go on. */
    private void onlyVisionIsAway() {
        Answer away = stack.client().get(SCANNERS);
        assertEquals(502, away.status());
        assertEquals("bad_gateway", away.body().path("code").asText());
        assertEquals(
                "The vision service cannot be reached.",
                away.body().path("detail").asText());
        assertEquals(200, stack.client().get("/api/projects/1/signals/reports/").status());
        assertEquals(503, stack.client().get("/health").status());
    }

    private static void interrupt(ProcessHandle runner) throws Exception {
        new ProcessBuilder("kill", "-INT", "" + runner.pid()).start().waitFor();
        runner.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void awaitHealth(int status) {
        await().atMost(PATIENCE).until(() -> stack.client().get("/health").status() == status);
    }

    private boolean listens(Port port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), stack.port(port))) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = connect();
                Statement execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }

    private int answer() throws SQLException {
        try (Connection connection = connect();
                Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("select answer from kept")) {
            row.next();
            return row.getInt(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + stack.port(Port.POSTGRES) + "/vision", "vision", "vision");
    }
}
