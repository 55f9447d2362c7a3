package dev.sightline.vision.recording;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sightline.vision.person.KnownPerson;
import dev.sightline.vision.recording.RecordingViewers.Watched;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A recording as the API answers it (spec/platform.md C.2).
 *
 * @param person null where nothing was said of who it was
 */
@JsonPropertyOrder({
    "id",
    "distinct_id",
    "viewed",
    "viewers",
    "recording_duration",
    "active_seconds",
    "inactive_seconds",
    "start_time",
    "end_time",
    "click_count",
    "keypress_count",
    "mouse_activity_count",
    "console_log_count",
    "console_warn_count",
    "console_error_count",
    "start_url",
    "person",
    "retention_period_days",
    "expiry_time",
    "recording_ttl",
    "snapshot_source",
    "snapshot_library",
    "ongoing",
    "activity_score",
    "has_summary",
    "external_references"
})
record RecordingView(
        String id,
        String distinctId,
        boolean viewed,
        List<String> viewers,
        long recordingDuration,
        double activeSeconds,
        double inactiveSeconds,
        Instant startTime,
        Instant endTime,
        long clickCount,
        long keypressCount,
        long mouseActivityCount,
        long consoleLogCount,
        long consoleWarnCount,
        long consoleErrorCount,
        String startUrl,
        KnownPerson person,
        int retentionPeriodDays,
        Instant expiryTime,
        long recordingTtl,
        String snapshotSource,
        String snapshotLibrary,
        boolean ongoing,
        double activityScore) {

    /** A session that has been silent for this long is over. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    /** Who was recorded, and who has watched it. */
    record Audience(Watched watched, KnownPerson person) {}

    static RecordingView of(StoredSession session, Audience audience, Instant now) {
        SessionCounters counters = session.counters();
        RecordingOrigin origin = counters.contents().origin();
        Instant expiry = expiry(session);
        return new RecordingView(
                session.sessionId(),
                origin.distinctId(),
                audience.watched().byCaller(),
                audience.watched().byOthers(),
                counters.durationSeconds(),
                counters.activeSeconds(),
                counters.inactiveSeconds(),
                counters.span().start(),
                counters.span().end(),
                counters.activity().clicks(),
                counters.activity().keypresses(),
                counters.activity().mouse(),
                counters.console().logs(),
                counters.console().warnings(),
                counters.console().errors(),
                counters.contents().urls().first().orElse(null),
                audience.person(),
                session.retentionDays(),
                expiry,
                Math.max(0, ChronoUnit.DAYS.between(now, expiry)),
                origin.sourceOrWeb(),
                origin.library(),
                session.lastReceivedAt().isAfter(now.minus(SILENCE)),
                counters.activityScore());
    }

    /** What scanners say of a recording stands in their observations. */
    @JsonProperty("has_summary")
    boolean hasSummary() {
        return false;
    }

    /** No other system is told of recordings. */
    @JsonProperty("external_references")
    List<String> externalReferences() {
        return List.of();
    }

    private static Instant expiry(StoredSession session) {
        return session.counters()
                .span()
                .start()
                .atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .plusDays(session.retentionDays())
                .toInstant();
    }
}
