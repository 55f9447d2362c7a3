package dev.sightline.testing;

import dev.sightline.servers.KafkaServer;
import dev.sightline.servers.PostgresServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** Postgres and Kafka for tests: started once in a JVM, stopped and deleted when it ends. */
public final class TestServers {

    private static final String DATABASE = "sightline";

    private final Path folder;
    private final Restartable<PostgresServer> postgres;
    private final Restartable<KafkaServer> kafka;

    private TestServers() throws IOException, SQLException {
        folder = Files.createTempDirectory("sightline-servers");
        postgres = new Restartable<>(PostgresServer::startFast, folder.resolve("postgres"), PostgresServer::port);
        kafka = new Restartable<>(KafkaServer::start, folder.resolve("kafka"), KafkaServer::port);
        postgres.server().create(DATABASE, DATABASE, DATABASE);
    }

    private static final class Holder {
        static final TestServers SERVERS = start();
    }

    /** The servers of this JVM. */
    public static TestServers get() {
        return Holder.SERVERS;
    }

    private static TestServers start() {
        try {
            TestServers servers = new TestServers();
            Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "test-servers-closer"));
            return servers;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The test servers do not start", e);
        }
    }

    public Restartable<PostgresServer> postgres() {
        return postgres;
    }

    public Restartable<KafkaServer> kafka() {
        return kafka;
    }

    /** The settings by which a service finds them. */
    Map<String, String> configuration() {
        String url = postgres.server().url() + "/" + DATABASE;
        return Map.of(
                "quarkus.datasource.reactive.url", url,
                "quarkus.datasource.jdbc.url", "jdbc:" + url,
                "quarkus.datasource.username", DATABASE,
                "quarkus.datasource.password", DATABASE,
                "kafka.bootstrap.servers", kafka.server().bootstrapServers());
    }

    private void close() {
        kafka.stop();
        postgres.stop();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
