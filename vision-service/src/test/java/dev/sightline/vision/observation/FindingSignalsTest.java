package dev.sightline.vision.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.event.SignalEmitted;
import dev.sightline.json.Json;
import dev.sightline.vision.analysis.Finding;
import dev.sightline.vision.analysis.ProblemType;
import dev.sightline.vision.recording.ActivityCounts;
import dev.sightline.vision.recording.ConsoleCounts;
import dev.sightline.vision.recording.RecordingContents;
import dev.sightline.vision.recording.RecordingOrigin;
import dev.sightline.vision.recording.SessionCounters;
import dev.sightline.vision.recording.TimeSpan;
import dev.sightline.vision.recording.VisitedUrls;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FindingSignalsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final StoredObservation observation = new StoredObservation(
            UUID.randomUUID(),
            7,
            UUID.randomUUID(),
            "session-1",
            ObservationStatus.RUNNING,
            "",
            "workflow",
            new ScannerSnapshot("Checkout", "monitor", 1, "local", "local", true, Json.tree(List.of())),
            null,
            Trigger.SCHEDULE,
            NOW,
            null,
            NOW);

    private final SessionCounters session = new SessionCounters(
            new TimeSpan(NOW.toEpochMilli(), NOW.plusSeconds(20).toEpochMilli()),
            new ActivityCounts(12_500, 1, 2, 3),
            ConsoleCounts.NONE,
            new RecordingContents(10, VisitedUrls.NONE, new RecordingOrigin("visitor-1", "web", "web")));

    @Test
    void skipsWhatIsNotSureEnoughAndKeepsThePositionOfTheRest() {
        List<SignalEmitted> signals = signals(finding(0.39), finding(0.40), finding(0.9));

        assertEquals(
                List.of("observation:" + observation.id() + ":1", "observation:" + observation.id() + ":2"),
                signals.stream().map(SignalEmitted::sourceId).toList());
    }

    @Test
    void saysWhereItCameFrom() {
        SignalEmitted signal = signals(finding(0.8)).get(0);

        assertEquals("replay_vision", signal.sourceProduct());
        assertEquals("scanner_finding", signal.sourceType());
        assertEquals(0.5, signal.weight());
        assertTrue(signal.idempotent());
        assertEquals("session-1", signal.extra().path("session_id").asText());
        assertEquals("visitor-1", signal.extra().path("distinct_id").asText());
        assertEquals(12.5, signal.extra().path("recording_active_seconds").asDouble());
        assertEquals(
                "2026-11-21T10:00:20Z",
                signal.extra().path("recording_end_time").asText());
    }

    private List<SignalEmitted> signals(Finding... findings) {
        return new FindingSignals(observation, session, NOW).of(List.of(findings));
    }

    private static Finding finding(double confidence) {
        return new Finding(ProblemType.BUG, 3, 5, "http://shop.example/cart", "A dead button", confidence);
    }
}
