package dev.sightline.signals.processing;

import dev.sightline.event.SignalEmitted;
import dev.sightline.signals.pipeline.Matched;
import dev.sightline.signals.signal.NewSignal;
import dev.sightline.signals.signal.StoredSignal;
import dev.sightline.signals.signal.Vector;
import java.util.UUID;

/**
 * A waiting signal and what was decided about it.
 *
 * @param reportId the report it joins or, if it opens one, the identity that one will have
 */
record Decided(Waiting waiting, Vector vector, Matched matched, UUID reportId) {

    UUID signalId() {
        return waiting.message().signalId();
    }

    double weight() {
        return waiting.message().weight();
    }

    String product() {
        return waiting.message().sourceProduct();
    }

    /** The signal as a member of the report it was decided to join. */
    StoredSignal asDecided() {
        return in(reportId, false);
    }

    /** The signal as a member of the report it ends up in. */
    StoredSignal in(UUID report, boolean deleted) {
        SignalEmitted message = waiting.message();
        return new StoredSignal(
                signalId(), report, content(), message.idempotent(), matched.metadata(), message.emittedAt(), deleted);
    }

    private NewSignal content() {
        SignalEmitted message = waiting.message();
        return new NewSignal(
                waiting.source(), message.sourceId(), message.description(), message.weight(), message.extra());
    }
}
