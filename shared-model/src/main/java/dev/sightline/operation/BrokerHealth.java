package dev.sightline.operation;

import dev.sightline.messaging.Outage;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Not ready until Kafka has answered, and when it has not for a while: it is away, or does not let the service in. The log
 * says so once a minute. A probe costs nothing: Kafka is asked every few seconds, whether anybody looks or not.
 */
@Readiness
@ApplicationScoped
class BrokerHealth implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(BrokerHealth.class);

    /** A broker may be slow without being away. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Broker broker;
    private final Clock clock;
    private final Outage outage = new Outage(LOG, "Talking to Kafka");
    private final AtomicReference<Instant> answered = new AtomicReference<>(Instant.MIN);

    BrokerHealth(Broker broker, Clock clock) {
        this.broker = broker;
        this.clock = clock;
    }

    @Scheduled(every = "3s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return broker.answers()
                .invoke(() -> answered.set(clock.instant()))
                .invoke(outage::worked)
                .onFailure()
                .invoke(outage::failed)
                .onFailure()
                .recoverWithNull();
    }

    @Override
    public HealthCheckResponse call() {
        boolean isThere = clock.instant().minus(GRACE).isBefore(answered.get());
        return HealthCheckResponse.named("kafka").status(isThere).build();
    }
}
