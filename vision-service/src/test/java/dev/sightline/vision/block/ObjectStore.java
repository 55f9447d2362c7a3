package dev.sightline.vision.block;

import static org.awaitility.Awaitility.await;

import dev.sightline.servers.Ports;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A server that speaks S3, as a process of its own: started once in a JVM, whoever asks, and gone with it. */
public final class ObjectStore {

    private static final String BUCKET = "recordings";
    private static final Path JAR = Path.of("target", "object-store", "s3mock.jar");
    private static final Path LOOPBACK = Path.of("src", "test", "resources", "object-store", "loopback.xml");
    /** Test classes are loaded more than once in a JVM; its properties are there once. */
    private static final String RUNNING = "test.object-store";

    private final int port;
    private final long pid;

    private ObjectStore(int port, long pid) {
        this.port = port;
        this.pid = pid;
    }

    public static ObjectStore get() {
        String running = System.getProperty(RUNNING);
        if (running != null) {
            String[] numbers = running.split(" ");
            return new ObjectStore(Integer.parseInt(numbers[0]), Long.parseLong(numbers[1]));
        }
        ObjectStore started = start();
        System.setProperty(RUNNING, started.port + " " + started.pid);
        return started;
    }

    private static ObjectStore start() {
        try {
            int port = Ports.free();
            Path folder = Files.createTempDirectory("sightline-objects");
            Process process = new ProcessBuilder(command(port, folder))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, folder), "object-store-closer"));
            ObjectStore store = new ObjectStore(port, process.pid());
            await().atMost(Duration.ofMinutes(2)).until(store::answers);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(int port, Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-jar",
                JAR.toString(),
                "--spring.main.sources=" + LOOPBACK.toUri(),
                "--spring.main.allow-bean-definition-overriding=true",
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--server.ssl.enabled=false",
                "--com.adobe.testing.s3mock.store.initialBuckets=" + BUCKET,
                "--com.adobe.testing.s3mock.store.root=" + folder.resolve("objects"));
    }

    private boolean answers() {
        try {
            HttpURLConnection question = (HttpURLConnection) endpoint().toURL().openConnection();
            return question.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    private static void end(Process process, Path folder) {
        process.destroyForcibly();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** The settings of a service that keeps its blocks below a prefix here. */
    public Map<String, String> settings(String prefix) {
        return Map.of(
                "sightline.vision.blocks", "s3://" + BUCKET + "/" + prefix,
                "sightline.vision.blocks.endpoint", endpoint().toString(),
                "sightline.vision.blocks.access-key-id", "test",
                "sightline.vision.blocks.secret-access-key", "secret",
                "sightline.vision.blocks.timeout", "8s",
                "sightline.vision.blocks.orphan-age", "0s");
    }

    /** Lets it take connections and answer none. */
    public void pause() {
        signal("-STOP");
    }

    public void resume() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            Process kill = new ProcessBuilder("kill", signal, Long.toString(pid)).start();
            kill.waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The objects below a prefix. */
    public List<String> keys(String prefix) {
        try (S3AsyncClient client = ObjectClients.open(GivenBlocks.config(settings(prefix)))) {
            return client.listObjectsV2(list -> list.bucket(BUCKET).prefix(prefix)).join().contents().stream()
                    .map(S3Object::key)
                    .toList();
        }
    }

    /** Loses an object behind the service's back. */
    public void lose(String key) {
        try (S3AsyncClient client = ObjectClients.open(GivenBlocks.config(settings("")))) {
            client.deleteObject(delete -> delete.bucket(BUCKET).key(key)).join();
        }
    }
}
