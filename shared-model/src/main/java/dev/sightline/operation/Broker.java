package dev.sightline.operation;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/** A connection to the broker that only asks whether it is there. */
@ApplicationScoped
class Broker {

    /** Longer than a busy broker takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> settings;
    private final AtomicReference<Admin> client = new AtomicReference<>();

    Broker(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.settings = new HashMap<>(broker);
        this.settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "health");
        this.settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    }

    /** Completes when the broker has answered; fails when it does not within five seconds, or refuses to. */
    Uni<Void> answers() {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(() -> Uni.createFrom()
                        .completionStage(admin().describeCluster(within(PATIENCE))
                                .clusterId()
                                .toCompletionStage()))
                .replaceWithVoid();
    }

    private static DescribeClusterOptions within(Duration patience) {
        return new DescribeClusterOptions().timeoutMs(Math.toIntExact(patience.toMillis()));
    }

    /** Made when it is first asked for: where the broker's name is not known yet it cannot be made. */
    private Admin admin() {
        Admin made = client.get();
        if (made != null) {
            return made;
        }
        Admin fresh = Admin.create(settings);
        if (client.compareAndSet(null, fresh)) {
            return fresh;
        }
        fresh.close(Duration.ZERO);
        return client.get();
    }

    @PreDestroy
    void close() {
        Admin made = client.getAndSet(null);
        if (made != null) {
            made.close(Duration.ZERO);
        }
    }
}
