package dev.sightline.capture.edge;

import dev.sightline.capture.CaptureRefused;
import dev.sightline.messaging.EncodedMessage;
import dev.sightline.messaging.MessageRefusedException;
import dev.sightline.messaging.Outage;
import dev.sightline.messaging.Publisher;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Has the broker acknowledge what a request brought, or tells the client in its own terms why it did not. */
@ApplicationScoped
public class BrokerGate {

    private static final Logger LOG = Logger.getLogger(BrokerGate.class);

    private final Outage outage = new Outage(LOG, "Publishing what is captured");
    private final Publisher publisher;
    private final Duration patience;
    private final Counter failures;

    BrokerGate(Publisher publisher, CaptureConfig config, MeterRegistry metrics) {
        this.publisher = publisher;
        this.patience = config.patience();
        this.failures = metrics.counter("sightline.capture.publish.failures");
    }

    /**
     * Publishes the messages, none at all being fine.
     *
     * @return completes when all are acknowledged; fails with {@link CaptureRefused} when one is too large for the
     *     broker, or when the broker does not answer in time
     */
    public Uni<Void> publish(List<EncodedMessage> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return publisher
                .publishEncoded(messages)
                .ifNoItem()
                .after(patience)
                .fail()
                .invoke(outage::worked)
                .onFailure()
                .transform(this::refusal);
    }

    private CaptureRefused refusal(Throwable failure) {
        if (failure instanceof MessageRefusedException) {
            return CaptureRefused.tooLarge();
        }
        failures.increment();
        outage.failed(failure);
        return CaptureRefused.overloaded();
    }
}
