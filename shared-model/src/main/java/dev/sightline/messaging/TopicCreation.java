package dev.sightline.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/** Creates the topics before the first consumer asks for them. */
@ApplicationScoped
class TopicCreation {

    private static final Logger LOG = Logger.getLogger(TopicCreation.class);

    /** SmallRye starts the consumers at 1000. */
    private static final int BEFORE_CONSUMERS = 500;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final TopicSettings settings;
    private final Map<String, Object> broker;
    private final Outage outage = new Outage(LOG, "Creating the topics");
    private Cancellable running = () -> {};

    TopicCreation(TopicSettings settings, @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.settings = settings;
        this.broker = new HashMap<>(broker);
        this.broker.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        this.broker.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    }

    /** Waits for a short while only: a service without a broker still starts, and creates them when there is one. */
    void start(@Observes @Priority(BEFORE_CONSUMERS) StartupEvent started) {
        if (settings.create()) {
            Uni<Void> creation = create().memoize().indefinitely();
            running = creation.subscribe().with(done -> {}, TopicCreation::report);
            creation.ifNoItem()
                    .after(PATIENCE)
                    .fail()
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .indefinitely();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        running.cancel();
    }

    private Uni<Void> create() {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(this::createMissing)
                .onFailure(Failures::isTransient)
                .invoke(outage::failed)
                .onFailure(Failures::isTransient)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .invoke(outage::worked);
    }

    private static void report(Throwable refusal) {
        LOG.errorf("The broker does not let the topics be created, expecting somebody else to: cause=%s", refusal);
    }

    private void createMissing() {
        try (Admin admin = Admin.create(broker)) {
            admin.createTopics(new TopicCatalogue(settings).topics())
                    .values()
                    .values()
                    .forEach(TopicCreation::await);
        }
    }

    private static void await(KafkaFuture<Void> creation) {
        try {
            creation.get();
        } catch (ExecutionException e) {
            tolerate(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while topics were created", e);
        }
    }

    private static void tolerate(Throwable refusal) {
        if (!(refusal instanceof TopicExistsException)) {
            throw refusal instanceof KafkaException known ? known : new KafkaException(refusal);
        }
    }
}
