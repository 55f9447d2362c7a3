package dev.sightline.vision.observation;

import dev.sightline.vision.recording.SessionCounters;
import dev.sightline.vision.recording.StoredSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** The gates a session passes before a model sees it, in the order of spec/vision.md 9.4. */
@ApplicationScoped
class Eligibility {

    static final String NO_RECORDING = "no_recording:There is no recording of this session, or it has expired.";
    static final String NO_EVENTS = "no_events:The session has no analytics events to look at.";

    private final EligibilityConfig bounds;

    Eligibility(EligibilityConfig bounds) {
        this.bounds = bounds;
    }

    /** The reason why a recording is not looked at; empty if it is. */
    Optional<String> refusal(SessionCounters session) {
        if (session.durationSeconds() < bounds.minDuration()) {
            return reason("too_short", "The recording is shorter than %s seconds.", bounds.minDuration());
        }
        if (session.activeSeconds() < bounds.minActive()) {
            return reason("too_inactive", "The recording has less than %s active seconds.", bounds.minActive());
        }
        if (session.activeSeconds() > bounds.maxActive()) {
            return reason("too_long", "The recording has more than %s active seconds.", bounds.maxActive());
        }
        return Optional.empty();
    }

    /** Whether a session without events was recorded so lately that some may still be on their way. */
    boolean mayStillHearOf(StoredSession session, Instant now) {
        return session.lastReceivedAt().plus(bounds.eventsGrace()).isAfter(now);
    }

    private static Optional<String> reason(String kind, String text, double seconds) {
        String number = seconds == Math.rint(seconds) ? String.valueOf((long) seconds) : String.valueOf(seconds);
        return Optional.of(kind + ":" + text.formatted(number));
    }
}
