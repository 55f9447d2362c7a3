package dev.sightline.local.endtoend;

import dev.sightline.local.gateway.Gateway;
import dev.sightline.local.gateway.Routes;
import dev.sightline.local.stack.Service;
import dev.sightline.servers.KafkaServer;
import dev.sightline.servers.Ports;
import dev.sightline.servers.PostgresServer;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The services as a cluster runs them: two replicas of each that a test asks for, in processes of their own, over a Postgres
 * and a Kafka that a test can take away and bring back, and a gateway that knows the first of each. A test leaves all of it
 * as it was, except that the second replicas may be gone.
 */
final class Cluster implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(120);

    /** It could not be started. */
    static final class NotStarted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotStarted(Exception cause) {
            super(cause);
        }
    }

    private final Path folder;
    private final int guardedPort = Ports.free();
    private final int gatewayPort = Ports.free();
    private final int providerPort = Ports.free();
    private final List<Replica> replicas = new ArrayList<>();
    private PostgresServer postgres;
    private KafkaServer kafka;
    private Gateway gateway;

    private Cluster(Path folder) throws IOException, SQLException {
        this.folder = emptied(folder);
        this.kafka = KafkaServer.startGuarded(folder.resolve("kafka"), 0, guardedPort);
        this.postgres = PostgresServer.startFast(folder.resolve("postgres"), 0);
        for (Service service : Service.values()) {
            postgres.create(service.id(), service.id(), service.id());
        }
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    /** One without services, on a folder where the logs stay until the next. */
    static Cluster start(Path folder) throws IOException, SQLException {
        return new Cluster(folder);
    }

    /** Starts what does not run yet of these services, and waits until it is ready. */
    void require(Service... services) {
        List<Service> missing =
                Stream.of(services).filter(service -> of(service).isEmpty()).toList();
        if (!missing.isEmpty()) {
            missing.forEach(this::startTwo);
            awaitReady();
        }
    }

    private void startTwo(Service service) {
        try {
            start(service, Map.of());
            start(service, Map.of());
        } catch (IOException e) {
            throw new NotStarted(e);
        }
    }

    /** Starts one more replica, some of its settings being others than the cluster's. */
    Replica start(Service service, Map<String, String> settings) throws IOException {
        Map<String, String> environment = settings(postgres.url(), kafka.bootstrapServers());
        environment.put("SIGHTLINE_MODELS_ALLOW_PRIVATE_ADDRESSES", "true");
        environment.put(
                "SIGHTLINE_VISION_PROVIDERS_OPENAI_COMPATIBLE_BASE_URL", "http://127.0.0.1:" + providerPort + "/v1");
        environment.putAll(settings);
        Replica replica = Replica.start(service, folder, environment);
        replicas.add(replica);
        return replica;
    }

    /** What a service is told so that it works with these servers, and soon. */
    static Map<String, String> settings(String postgres, String kafka) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "SIGHTLINE_POSTGRES_URL",
                postgres,
                "SIGHTLINE_KAFKA",
                kafka,
                "SIGHTLINE_DIRECTORY",
                Script.HOME.resolve("deploy/local/directory.json").toString(),
                "SIGHTLINE_SECRETS_KEY",
                "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="));
        settings.putAll(Map.of(
                "SIGHTLINE_SIGNALS_FLUSH", "200ms",
                "SIGHTLINE_VISION_ELIGIBILITY_MIN_DURATION", "1",
                "SIGHTLINE_VISION_ELIGIBILITY_MIN_ACTIVE", "0",
                "SIGHTLINE_VISION_CONVERSATION_PAUSE", "100ms"));
        return settings;
    }

    /** A caller at the gateway, with the demo key; all services run. */
    Client client() {
        require(Service.values());
        if (gateway == null) {
            gateway = openGateway();
        }
        return new Client(address(), LocalStack.KEY);
    }

    private Gateway openGateway() {
        Map<String, SocketAddress> origins = new HashMap<>();
        for (Service service : Service.values()) {
            origins.put(
                    service.id(),
                    SocketAddress.inetSocketAddress(of(service).get(0).port(), "127.0.0.1"));
        }
        return Gateway.start(routes(), SocketAddress.inetSocketAddress(gatewayPort, "127.0.0.1"), origins);
    }

    private static Routes routes() {
        try {
            return Routes.read(Script.HOME.resolve("deploy/gateway/routes.yaml"));
        } catch (IOException e) {
            throw new NotStarted(e);
        }
    }

    /** Waits until every replica that lives is ready. */
    void awaitReady() {
        Replica.awaitReady(all());
    }

    List<Replica> of(Service service) {
        return all().stream().filter(replica -> replica.service() == service).toList();
    }

    List<Replica> all() {
        return replicas.stream().filter(Replica::isAlive).toList();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + gatewayPort);
    }

    /** Where the services expect a provider of language models; nobody listens there. */
    int providerPort() {
        return providerPort;
    }

    String kafkaAddress() {
        return kafka.bootstrapServers();
    }

    /** Where Kafka wants to know who comes. */
    String guardedKafkaAddress() {
        return "127.0.0.1:" + guardedPort;
    }

    void stopKafka() throws IOException {
        kafka.close();
    }

    void startKafka() throws IOException {
        kafka = KafkaServer.startGuarded(folder.resolve("kafka"), kafka.port(), guardedPort);
    }

    void stopPostgres() throws IOException {
        postgres.close();
    }

    void startPostgres() throws IOException {
        postgres = PostgresServer.startFast(folder.resolve("postgres"), postgres.port());
    }

    /** The number that a query over a service's database answers. */
    long number(Service service, String query) {
        try (Connection connection = connect(service, service.id());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection connect(Service service, String password) throws SQLException {
        return DriverManager.getConnection("jdbc:" + postgres.url() + "/" + service.id(), service.id(), password);
    }

    @Override
    public void close() throws IOException {
        replicas.forEach(Replica::close);
        if (gateway != null) {
            gateway.close();
        }
        postgres.close();
        kafka.close();
    }
}
