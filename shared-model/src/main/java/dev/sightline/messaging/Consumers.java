package dev.sightline.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Has every consumer of this replica pause when it stops, all at once. */
@ApplicationScoped
class Consumers {

    private static final Logger LOG = Logger.getLogger(Consumers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final KafkaClientService clients;

    Consumers(KafkaClientService clients) {
        this.clients = clients;
    }

    void pause(@Observes @Priority(StopOrder.CONSUMERS) ShutdownEvent stopping) {
        List<Uni<?>> pauses =
                clients.getConsumerChannels().stream().<Uni<?>>map(this::pause).toList();
        if (!pauses.isEmpty()) {
            Uni.join()
                    .all(pauses.stream().map(Uni::replaceWithVoid).toList())
                    .andCollectFailures()
                    .ifNoItem()
                    .after(PATIENCE)
                    .fail()
                    .onFailure()
                    .invoke(failure -> LOG.infof("Consumers stop without a pause: cause=%s", failure))
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .indefinitely();
        }
    }

    private Uni<Set<?>> pause(String channel) {
        return clients.getConsumer(channel).pause().map(partitions -> partitions);
    }
}
