package dev.sightline.observability.run;

import dev.sightline.observability.event.EventStore;
import dev.sightline.observability.event.StoredEvent;
import dev.sightline.observability.generation.Generation;
import dev.sightline.observability.run.judge.ErrorType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Finds the events of runs. An event that was just captured may not be stored yet: scheduler and store hear of it at the
 * same time, so a young run waits for its event.
 */
@ApplicationScoped
class TargetEvents {

    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final EventStore events;
    private final RunConfig config;
    private final Clock clock;

    TargetEvents(EventStore events, RunConfig config, Clock clock) {
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    /** There is no event to judge. */
    static final class Missing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final ErrorType type;

        Missing(ErrorType type, String message) {
            super(message, null, false, false);
            this.type = type;
        }

        Outcome outcome() {
            return Outcome.Failed.of(type, getMessage());
        }
    }

    /** Fails with {@link Missing}. */
    Uni<Generation> find(Run run) {
        Uni<StoredEvent> look = Uni.createFrom()
                .deferred(() -> events.find(run.target().key(run.projectId())))
                .map(found ->
                        found.orElseThrow(() -> new Missing(ErrorType.EVENT_NOT_FOUND, "The event is not stored.")));
        return patiently(look, run.createdAt().plus(config.eventPatience()))
                .invoke(TargetEvents::requireWhole)
                .map(Generation::new);
    }

    private Uni<StoredEvent> patiently(Uni<StoredEvent> look, Instant deadline) {
        return clock.instant().isBefore(deadline)
                ? look.onFailure(Missing.class)
                        .retry()
                        .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                        .expireAt(deadline.toEpochMilli())
                        .onFailure(IllegalStateException.class)
                        .recoverWithUni(look)
                : look;
    }

    private static void requireWhole(StoredEvent event) {
        if (!event.whole()) {
            throw new Missing(ErrorType.EVENT_EXPIRED, "The content of the event is no longer kept.");
        }
    }
}
