package dev.sightline.signals.processing;

import dev.sightline.event.SignalEmitted;
import dev.sightline.messaging.MalformedMessageException;
import dev.sightline.signals.signal.NewSignal;
import dev.sightline.signals.signal.SignalSource;

/** Producers check what they emit; a message that is wrong all the same becomes a dead letter that says why. */
final class Wellformedness {

    private Wellformedness() {}

    /** Whether it says which signal it is; otherwise fails with a {@link MalformedMessageException}. */
    static void identified(SignalEmitted signal) {
        check(signal.signalId() != null && signal.emittedAt() != null, "signal_id and emitted_at are required.");
        check(signal.sourceProduct() != null && signal.sourceType() != null, "The source is required.");
    }

    /** Whether its content is that of a signal; otherwise fails with a {@link MalformedMessageException}. */
    static void whole(SignalEmitted signal) {
        content(signal).violation().ifPresent(violation -> check(false, violation.attr() + ": " + violation.detail()));
    }

    private static NewSignal content(SignalEmitted signal) {
        return new NewSignal(
                new SignalSource(signal.sourceProduct(), signal.sourceType()),
                signal.sourceId(),
                signal.description(),
                signal.weight(),
                signal.extra());
    }

    private static void check(boolean holds, String complaint) {
        if (!holds) {
            throw new MalformedMessageException(complaint, null);
        }
    }
}
