package dev.sightline.vision.observation;

import dev.sightline.event.EventCaptured;
import dev.sightline.json.Json;
import dev.sightline.vision.analysis.Analysis;
import dev.sightline.vision.analysis.AnalysisException;
import dev.sightline.vision.analysis.AnalysisRequest;
import dev.sightline.vision.analysis.FailureKind;
import dev.sightline.vision.analysis.InvalidScannerConfig;
import dev.sightline.vision.analysis.ObservedSession;
import dev.sightline.vision.analysis.ScannerConfig;
import dev.sightline.vision.analysis.ScannerType;
import dev.sightline.vision.recording.StoredSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Looks at one session for one scanner (spec/vision.md 15): gate, read, analyse. Whatever happens on the way is an
 * outcome; a job never leaves its row without one.
 */
@ApplicationScoped
class ObservationJob {

    private static final Logger LOG = Logger.getLogger(ObservationJob.class);

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(500);

    private final SessionReader sessions;
    private final Eligibility eligibility;
    private final Analysts analysts;
    private final Clock clock;

    ObservationJob(SessionReader sessions, Eligibility eligibility, Analysts analysts, Clock clock) {
        this.sessions = sessions;
        this.eligibility = eligibility;
        this.analysts = analysts;
        this.clock = clock;
    }

    Uni<Outcome> run(StoredObservation observation) {
        return sessions.find(observation.projectId(), observation.sessionId())
                .chain(found -> gate(observation, found))
                .onFailure()
                .recoverWithItem(failure -> failed(observation, failure));
    }

    private Uni<Outcome> gate(StoredObservation observation, Optional<StoredSession> found) {
        Optional<String> refusal = found.isEmpty()
                ? Optional.of(Eligibility.NO_RECORDING)
                : eligibility.refusal(found.get().counters());
        return refusal.isPresent()
                ? Uni.createFrom().item(new Outcome.Ineligible(refusal.get()))
                : sessions.events(found.get()).chain(events -> look(observation, found.get(), events));
    }

    private Uni<Outcome> look(StoredObservation observation, StoredSession session, List<EventCaptured> events) {
        if (!events.isEmpty()) {
            return sessions.read(session, events).chain(read -> analyse(observation, read));
        }
        return eligibility.mayStillHearOf(session, clock.instant())
                ? lookAgain(observation, session)
                : Uni.createFrom().item(new Outcome.Ineligible(Eligibility.NO_EVENTS));
    }

    /** Events take another way than the recording and may come in a moment later. */
    private Uni<Outcome> lookAgain(StoredObservation observation, StoredSession session) {
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(LOOK_AGAIN_AFTER)
                .chain(() -> sessions.events(session))
                .chain(events -> look(observation, session, events));
    }

    private Uni<Outcome> analyse(StoredObservation observation, ObservedSession session) {
        ScannerSnapshot scanner = observation.snapshot();
        ScannerType type = ScannerType.of(scanner.scannerType()).orElseThrow();
        ScannerConfig config = ScannerConfig.read(type, scanner.scannerConfig());
        AnalysisRequest request = new AnalysisRequest(config, scanner.model(), scanner.emitsSignals(), session);
        return analysts.of(scanner.provider())
                .analyse(request)
                .map(analysis -> success(observation, session, analysis));
    }

    private Outcome success(StoredObservation observation, ObservedSession session, Analysis analysis) {
        FindingSignals signals = new FindingSignals(observation, session.counters(), clock.instant());
        return new Outcome.Succeeded(Json.tree(analysis.output()), signals.of(analysis.findings()), analysis.usage());
    }

    private static Outcome failed(StoredObservation observation, Throwable failure) {
        if (failure instanceof AnalysisException analysis) {
            return new Outcome.Failed(analysis.reason());
        }
        if (failure instanceof InvalidScannerConfig) {
            return new Outcome.Failed(FailureKind.VALIDATION_FAILED.label() + ":" + failure.getMessage());
        }
        LOG.errorf(
                failure,
                "observation job failed project_id=%d observation_id=%s",
                observation.projectId(),
                observation.id());
        return new Outcome.Failed(FailureKind.INTERNAL_ERROR.label() + ":The job failed for a reason of its own.");
    }
}
