package dev.sightline.local.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.local.endtoend.Client.Answer;
import dev.sightline.local.stack.Port;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One of the consumers that {@code deploy/consumers} shows, started as its documentation says. */
public final class Listener implements AutoCloseable {

    private static final Path FOLDER = Path.of("deploy/consumers");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final LocalStack stack;
    private final Process process;
    private final Path output;

    private Listener(LocalStack stack, Process process, Path output) {
        this.stack = stack;
        this.process = process;
        this.output = output;
    }

    /** The one in Java, which writes to a file. */
    public static Listener java(LocalStack stack, Path output) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return start(stack, List.of(java, "-cp", "deploy/local/target/lib/*", FOLDER + "/Reports.java"), output);
    }

    /** The one for Node.js, whose packages must be installed. */
    public static Listener node(LocalStack stack, Path output) throws IOException {
        return start(stack, List.of("node", FOLDER + "/node/reports.js"), output);
    }

    private static Listener start(LocalStack stack, List<String> program, Path output) throws IOException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("127.0.0.1:" + stack.port(Port.KAFKA), "listener-" + output.getFileName()));
        Process process = new ProcessBuilder(command)
                .directory(Script.HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Listener(stack, process, output);
    }

    /** Makes a report and fails unless the consumer prints it. */
    public void assertHearsOf(String title) {
        stack.client().post("/api/projects/1/signals/source_configs/", """
                {"source_product":"zendesk","source_type":"ticket"}""");
        Answer emitted = stack.client().post("/api/projects/1/signals/emit/", """
                {"source_product":"zendesk","source_type":"ticket","source_id":"%1$s","weight":0.5,
                 "description":"%1$s",
                 "extra":{"url":"https://acme.zendesk.com/agent/tickets/1","type":"problem","tags":[],
                          "created_at":"2026-03-02T09:30:00Z","priority":"high","status":"new"}}
                """.formatted(title));
        assertEquals(202, emitted.status(), emitted.toString());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertTrue(
                        lines().stream()
                                .anyMatch(line -> line.contains(" project=1 ") && line.endsWith("title=" + title)),
                        () -> String.join("\n", lines())));
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
