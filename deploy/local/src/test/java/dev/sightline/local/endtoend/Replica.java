package dev.sightline.local.endtoend;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.local.endtoend.Client.Answer;
import dev.sightline.local.stack.Service;
import dev.sightline.servers.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A packaged service in a process of its own, as a container runs it, told what to do by its environment alone. */
final class Replica implements AutoCloseable {

    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Duser.timezone=UTC",
            "-jar");

    private final Service service;
    private final int port;
    private final Path log;
    private final Process process;

    private Replica(Service service, int port, Path log, Process process) {
        this.service = service;
        this.port = port;
        this.log = log;
        this.process = process;
    }

    static Replica start(Service service, Path folder, Map<String, String> environment) throws IOException {
        int port = Ports.free();
        Path log = folder.resolve(service.id() + "-" + port + ".log");
        Path application = Script.HOME.resolve(service.id() + "-service/target/quarkus-app/quarkus-run.jar");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(JAVA))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .directory(folder.toFile());
        builder.command().add(application.toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("SIGHTLINE_") || name.startsWith("KAFKA_"));
        builder.environment().put("QUARKUS_HTTP_PORT", "" + port);
        builder.environment().put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        builder.environment().putAll(environment);
        return new Replica(service, port, log, builder.start());
    }

    /** Waits until all of them are ready; one that ends instead is a failure with its log. */
    static void awaitReady(Collection<Replica> replicas) {
        await().atMost(Cluster.PATIENCE).until(() -> replicas.stream()
                .peek(replica -> assertTrue(replica.isAlive(), replica::log))
                .allMatch(Replica::isReady));
    }

    Service service() {
        return service;
    }

    Client client() {
        return new Client(URI.create("http://127.0.0.1:" + port), LocalStack.KEY);
    }

    /** Its status of a health check; 0 where nothing answers. */
    int health(String check) {
        try {
            return client().get("/q/health/" + check).status();
        } catch (IllegalStateException unreachable) {
            return 0;
        }
    }

    boolean isReady() {
        return health("ready") == 200;
    }

    Answer readiness() {
        return client().get("/q/health/ready");
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Its exit code once it has ended by itself. */
    int exitCode(Duration patience) {
        try {
            return process.onExit()
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .exitValue();
        } catch (TimeoutException | ExecutionException | InterruptedException e) {
            throw new AssertionError(service + " does not end:\n" + log(), e);
        }
    }

    List<String> lines() {
        return log().lines().toList();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
