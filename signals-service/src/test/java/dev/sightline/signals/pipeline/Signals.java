package dev.sightline.signals.pipeline;

import dev.sightline.json.Json;
import dev.sightline.signals.signal.SignalSource;
import java.time.Instant;
import java.util.UUID;

/** Signals for tests. */
final class Signals {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Signals() {}

    static Signal finding(String title, String body) {
        return signal(new SignalSource("replay_vision", "scanner_finding"), title + "\n" + body, 0.5);
    }

    static Signal error(String fingerprint, String description) {
        Signal bare = signal(new SignalSource("error_tracking", "issue_created"), description, 1);
        return new Signal(
                bare.id(),
                bare.source(),
                bare.sourceId(),
                description,
                1,
                Json.mapper().createObjectNode().put("fingerprint", fingerprint),
                NOON);
    }

    static Signal signal(SignalSource source, String description, double weight) {
        UUID id = UUID.randomUUID();
        return new Signal(
                id, source, "source-" + id, description, weight, Json.mapper().createObjectNode(), NOON);
    }
}
