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

    private TestServers() throws IOException {
        folder = Files.createTempDirectory("sightline-servers");
        postgres = new Restartable<>(PostgresServer::startFast, folder.resolve("postgres"), PostgresServer::port);
        kafka = new Restartable<>(KafkaServer::start, folder.resolve("kafka"), KafkaServer::port);
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
        } catch (IOException e) {
            throw new IllegalStateException("The test servers do not start", e);
        }
    }

    public Restartable<PostgresServer> postgres() {
        return postgres;
    }

    public Restartable<KafkaServer> kafka() {
        return kafka;
    }

    /**
     * Makes sure another database exists, owned by a role that is called like it and has its name as password.
     *
     * @return its URL without credentials, {@code postgresql://host:port/name}
     */
    public String database(String name) {
        try {
            postgres.server().create(name, name, name);
            return postgres.server().url() + "/" + name;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The broker's address as {@code bootstrap.servers} takes it. */
    public String bootstrapServers() {
        return kafka.server().bootstrapServers();
    }

    /** The settings by which a service finds them. */
    Map<String, String> configuration() {
        String url = database(DATABASE);
        return Map.of(
                "quarkus.datasource.reactive.url", url,
                "quarkus.datasource.jdbc.url", "jdbc:" + url,
                "quarkus.datasource.username", DATABASE,
                "quarkus.datasource.password", DATABASE,
                "kafka.bootstrap.servers", bootstrapServers());
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
