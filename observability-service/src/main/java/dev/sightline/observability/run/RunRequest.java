package dev.sightline.observability.run;

import dev.sightline.api.body.AllowBlank;
import dev.sightline.api.body.DefaultTo;
import dev.sightline.api.body.Nullable;
import dev.sightline.api.body.Required;
import dev.sightline.observability.event.EventKey;
import dev.sightline.observability.event.StoredEvent;
import dev.sightline.observability.generation.Generation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** The body that asks for a run (spec/observability.md 4.1). */
record RunRequest(
        @Required UUID evaluationId,
        @Required UUID targetEventId,
        @Required Instant timestamp,
        @DefaultTo(Generation.NAME) String event,
        @Nullable @AllowBlank String distinctId) {

    EventKey key(int projectId) {
        return target().key(projectId);
    }

    Target target() {
        LocalDate day = timestamp.atOffset(ZoneOffset.UTC).toLocalDate();
        return new Target(targetEventId, event, day);
    }

    /** Whether the event is of the person asked for. */
    boolean means(StoredEvent found) {
        return distinctId == null || distinctId.isEmpty() || distinctId.equals(found.distinctId());
    }
}
