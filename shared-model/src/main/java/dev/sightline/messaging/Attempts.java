package dev.sightline.messaging;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Tries effects again: for ever while what lies underneath fails, a few times when the message itself fails. */
final class Attempts {

    private static final Logger LOG = Logger.getLogger(Attempts.class);
    private static final double JITTER = 0.3;

    private final DeliverySettings settings;
    private final Outage outage;

    Attempts(DeliverySettings settings, String topic) {
        this.settings = settings;
        this.outage = new Outage(LOG, "Applying messages of " + topic);
    }

    /** One attempt that outlasts every outage; it fails only by the message's own fault. */
    Uni<Void> patiently(Supplier<Uni<Void>> effect) {
        return Uni.createFrom()
                .voidItem()
                // An attempt after a pause starts on a timer's thread.
                .emitOn(CallerContext.executor())
                .chain(start -> effect.get())
                .onFailure(Failures::isTransient)
                .invoke(outage::failed)
                .onFailure(Failures::isTransient)
                .retry()
                .withBackOff(settings.firstPause(), settings.maxPause())
                .withJitter(JITTER)
                .indefinitely()
                .invoke(outage::worked);
    }

    /** As many patient attempts as a message gets. */
    Uni<Void> repeatedly(Supplier<Uni<Void>> effect) {
        return patiently(effect)
                .onFailure(Attempts::mayDiffer)
                .retry()
                .withBackOff(settings.firstPause(), settings.maxPause())
                .withJitter(JITTER)
                .atMost(settings.attempts() - 1L);
    }

    private static boolean mayDiffer(Throwable failure) {
        return !(failure instanceof MalformedMessageException);
    }
}
