package dev.sightline.signals.scout.profile;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/** A snapshot of facts about a project, as the API shows it (spec/scouts.md 12). */
@JsonPropertyOrder({"profile_id", "computed_at", "expires_at", "source_version", "payload"})
public record Profile(UUID profileId, Instant computedAt, Instant expiresAt, String sourceVersion, JsonNode payload) {

    /** Changes whenever the shape of the payload does. */
    static final String VERSION = "v1";

    boolean fresh(Instant now) {
        return expiresAt.isAfter(now) && sourceVersion.equals(VERSION);
    }
}
