package dev.sightline.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The relay of this replica: it turns while the service runs. */
@ApplicationScoped
class OutboxRelay {

    private final OutboxSettings settings;
    private final RecordProducer producer;
    private final RelayLoop loop;
    private final OutboxNotices notices;
    private Cancellable running = () -> {};

    OutboxRelay(
            Pool pool,
            OutboxSettings settings,
            ProducerSettings producers,
            OutboxMetrics metrics,
            @ConfigProperty(name = "sightline.service") String service) {
        this.settings = settings;
        this.producer = new RecordProducer("outbox-producer", producers.persistent());
        this.notices = new OutboxNotices(pool);
        Relay relay = new Relay(
                pool, new OutboxTable(settings, "sightline/" + service), settings, producer, Clock.systemUTC());
        this.loop = new RelayLoop(() -> relay.turn().invoke(metrics::count), settings);
    }

    void start(@Observes StartupEvent started) {
        if (settings.enabled()) {
            running = loop.start(notices.listen());
        }
    }

    void stop(@Observes @Priority(StopOrder.AFTERWARDS) ShutdownEvent stopping) {
        running.cancel();
        producer.close();
    }
}
