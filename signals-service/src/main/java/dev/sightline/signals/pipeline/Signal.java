package dev.sightline.signals.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.signals.signal.NewSignal;
import dev.sightline.signals.signal.SignalSource;
import dev.sightline.signals.signal.StoredSignal;
import java.time.Instant;
import java.util.UUID;

/**
 * A signal on its way to a report.
 *
 * @param extra the members its source prescribes, never null
 * @param at when it was emitted
 */
public record Signal(
        UUID id, SignalSource source, String sourceId, String description, double weight, JsonNode extra, Instant at) {

    /** A signal that was stored. */
    public static Signal of(StoredSignal stored) {
        NewSignal content = stored.content();
        return new Signal(
                stored.id(),
                content.source(),
                content.sourceId(),
                content.description(),
                content.weight(),
                content.extra(),
                stored.emittedAt());
    }

    /** The first line that says something, which reads like a title. */
    public String title() {
        return description.strip().lines().findFirst().orElse("");
    }

    /** What follows the title; may be empty. */
    public String body() {
        return description.strip().substring(title().length()).strip();
    }
}
