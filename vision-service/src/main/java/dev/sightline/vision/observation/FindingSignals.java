package dev.sightline.vision.observation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.SignalEmitted;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import dev.sightline.vision.analysis.Finding;
import dev.sightline.vision.recording.SessionCounters;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Turns what a scan noticed into signals (spec/vision.md 17). A finding's position in the list is part of its identity,
 * also behind findings that are not worth a signal.
 */
final class FindingSignals {

    /** A report is promoted at 1: one finding never suffices. */
    private static final double WEIGHT = 0.5;

    private final StoredObservation observation;
    private final SessionCounters session;
    private final Instant now;

    FindingSignals(StoredObservation observation, SessionCounters session, Instant now) {
        this.observation = observation;
        this.session = session;
        this.now = now;
    }

    List<SignalEmitted> of(List<Finding> findings) {
        return IntStream.range(0, findings.size())
                .filter(index -> findings.get(index).worthASignal())
                .mapToObj(index -> signal(findings.get(index), index))
                .toList();
    }

    private SignalEmitted signal(Finding finding, int index) {
        return new SignalEmitted(
                observation.projectId(),
                UuidV7.next(),
                "replay_vision",
                "scanner_finding",
                "observation:" + observation.id() + ":" + index,
                finding.description(),
                WEIGHT,
                extra(finding),
                true,
                now);
    }

    private ObjectNode extra(Finding finding) {
        ObjectNode extra = JsonNodeFactory.instance.objectNode();
        extra.put("scanner_id", observation.scannerId().toString())
                .put("scanner_name", observation.snapshot().name())
                .put("scanner_type", observation.snapshot().scannerType())
                .put("observation_id", observation.id().toString())
                .put("session_id", observation.sessionId())
                .putNull("exported_asset_id")
                .put("confidence", finding.confidence())
                .put("problem_type", finding.problemType().name().toLowerCase(Locale.ROOT))
                .put("start_time", (double) finding.startTime())
                .put("end_time", (double) finding.endTime())
                .put("url", finding.url());
        return recording(extra);
    }

    private ObjectNode recording(ObjectNode extra) {
        return extra.put("distinct_id", session.contents().origin().distinctId())
                .put("recording_start_time", Timestamps.print(session.span().start()))
                .put("recording_end_time", Timestamps.print(session.span().end()))
                .put("recording_duration", (double) session.durationSeconds())
                .put("recording_active_seconds", session.activeSeconds());
    }
}
