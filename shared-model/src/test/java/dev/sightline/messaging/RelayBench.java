package dev.sightline.messaging;

import dev.sightline.testing.TestServers;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** A database with an outbox of its own, away from the service's relay, and relays on it. */
final class RelayBench implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name = "bench_" + UUID.randomUUID().toString().substring(0, 8);
    private final Deque<Runnable> closers = new ArrayDeque<>();
    private final Pool pool;
    private final OutboxSettings settings;

    RelayBench(Map<String, String> settings) {
        String url = TestServers.get().database(name);
        Flyway.configure()
                .dataSource("jdbc:" + url, name, name)
                .locations("db/shared")
                .load()
                .migrate();
        this.settings = mapping(settings);
        this.pool = pool(url);
    }

    private static OutboxSettings mapping(Map<String, String> values) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(OutboxSettings.class)
                .withDefaultValues(values)
                .build();
        return config.getConfigMapping(OutboxSettings.class);
    }

    private Pool pool(String url) {
        Vertx vertx = Vertx.vertx();
        closers.push(vertx::closeAndAwait);
        return PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(url).setUser(name).setPassword(name))
                .with(new PoolOptions().setMaxSize(12))
                .using(vertx)
                .build();
    }

    Pool pool() {
        return pool;
    }

    /** A relay that turns when it is told to. */
    Relay relay() {
        RecordProducer producer = new RecordProducer("bench-producer", producerSettings());
        closers.push(producer::close);
        return new Relay(pool, new OutboxTable(settings, "sightline/bench"), settings, producer, Clock.systemUTC());
    }

    /** A relay that turns by itself until the bench is closed. */
    void startRelay() {
        Relay relay = relay();
        Cancellable loop = new RelayLoop(relay::turn, settings).start(new OutboxNotices(pool).listen());
        closers.push(loop::cancel);
    }

    private static Map<String, Object> producerSettings() {
        return new ProducerSettings(
                        Map.of("bootstrap.servers", TestServers.get().bootstrapServers()))
                .persistent();
    }

    void append(List<OutboxMessage> messages) {
        await(pool.withTransaction(transaction -> new Outbox().append(transaction, messages)));
    }

    long number(String query) {
        return await(pool.query(query).execute()).iterator().next().getLong(0);
    }

    static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    @Override
    public void close() {
        closers.forEach(Runnable::run);
    }
}
