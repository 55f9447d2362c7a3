package dev.sightline.load;

import dev.sightline.servers.Ports;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** A service as a process of its own. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PAGE = 4096;

    private final Process process;
    private final int port;

    private ServiceProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Only its edge: what consumes its messages is switched off. */
    static ServiceProcess start(Service service, Path log, Map<String, String> servers)
            throws IOException, InterruptedException {
        return start(service, log, servers, service.withoutConsumers());
    }

    /** All of it. */
    static ServiceProcess consuming(Service service, Path log, Map<String, String> servers)
            throws IOException, InterruptedException {
        return start(service, log, servers, Stream.empty());
    }

    private static ServiceProcess start(Service service, Path log, Map<String, String> servers, Stream<String> options)
            throws IOException, InterruptedException {
        int port = Ports.free();
        Stream<String> command = Stream.of(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx512m"),
                        Stream.of("-Duser.timezone=UTC"),
                        options,
                        Stream.of("-jar", service.jar().toString()))
                .flatMap(part -> part);
        ProcessBuilder builder = new ProcessBuilder(command.toList());
        builder.environment().putAll(servers);
        builder.environment()
                .putAll(Map.of(
                        service.portVariable(),
                        Integer.toString(port),
                        "SIGHTLINE_DIRECTORY",
                        "deploy/local/directory.json"));
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        ServiceProcess started = new ServiceProcess(process, port);
        started.awaitReady(log);
        return started;
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IOException("the service does not start:\n" + Files.readString(log));
            }
            Thread.sleep(200);
        }
    }

    private boolean isReady() {
        try {
            HttpURLConnection question = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/q/health/ready")
                    .toURL()
                    .openConnection();
            return question.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /** A measurement with the processor time that the service spent meanwhile. */
    Figure spent(Callable<Figure> measurement) throws Exception {
        Duration before = processorTime();
        Figure figure = measurement.call();
        return figure.spending(processorTime().minus(before));
    }

    private Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Resident memory, where the system tells it; 0 elsewhere. */
    long residentMegabytes() {
        try {
            String[] pages = Files.readString(Path.of("/proc", Long.toString(process.pid()), "statm"))
                    .split(" ");
            return Long.parseLong(pages[1]) * PAGE / 1_000_000;
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
