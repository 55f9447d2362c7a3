package dev.sightline.signals.processing;

import dev.sightline.signals.model.SignalModel;
import dev.sightline.signals.pipeline.Absence;
import dev.sightline.signals.pipeline.ModelChoice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/**
 * Which model the lanes ask. While it is away a lane waits for it, but not for ever: after as long as signals shall wait
 * the lane does without for as long again, then asks again.
 */
@ApplicationScoped
class LaneModels {

    private final IntFunction<Optional<ModelChoice>> model;
    private final Duration patience;
    private final Clock clock;
    private final Map<Integer, Instant> awaySince = new ConcurrentHashMap<>();
    private final Map<Integer, Instant> without = new ConcurrentHashMap<>();

    @Inject
    LaneModels(SignalModel model, ProcessingConfig config, Clock clock) {
        this(model::of, config.modelPatience(), clock);
    }

    LaneModels(IntFunction<Optional<ModelChoice>> model, Duration patience, Clock clock) {
        this.model = model;
        this.patience = patience;
        this.clock = clock;
    }

    /** The model to ask now; empty where the local rules decide. */
    Optional<ModelChoice> of(int projectId) {
        return doesWithout(projectId) ? Optional.empty() : model.apply(projectId);
    }

    /** Why there is none to ask. */
    Absence absence(int projectId) {
        return model.apply(projectId).isPresent() ? Absence.AWAY : Absence.NOT_CONFIGURED;
    }

    private boolean doesWithout(int projectId) {
        Instant until = without.get(projectId);
        return until != null && clock.instant().isBefore(until);
    }

    /** A batch could not be grouped because the model was away. */
    void away(int projectId) {
        Instant now = clock.instant();
        Instant since = awaySince.computeIfAbsent(projectId, id -> now);
        if (!now.isBefore(since.plus(patience))) {
            without.put(projectId, now.plus(patience));
        }
    }

    /** A batch was grouped. */
    void grouped(int projectId) {
        if (!doesWithout(projectId)) {
            awaySince.remove(projectId);
            without.remove(projectId);
        }
    }
}
