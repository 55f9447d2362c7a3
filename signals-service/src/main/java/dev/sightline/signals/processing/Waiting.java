package dev.sightline.signals.processing;

import dev.sightline.event.SignalEmitted;
import dev.sightline.json.Json;
import dev.sightline.signals.pipeline.Signal;
import dev.sightline.signals.signal.SignalSource;
import io.vertx.mutiny.sqlclient.Row;

/**
 * A signal that waits in its lane.
 *
 * @param seq its place in the lane
 * @param attempts how often grouping it failed
 */
record Waiting(long seq, int attempts, SignalEmitted message) {

    static Waiting of(Row row) {
        return new Waiting(
                row.getLong("seq"),
                row.getInteger("attempts"),
                Json.read(row.getString("message"), SignalEmitted.class));
    }

    SignalSource source() {
        return new SignalSource(message.sourceProduct(), message.sourceType());
    }

    Signal signal() {
        return new Signal(
                message.signalId(),
                source(),
                message.sourceId(),
                message.description(),
                message.weight(),
                message.extra(),
                message.emittedAt());
    }
}
