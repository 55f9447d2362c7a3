package dev.sightline.observability.evaluation.program;

import dev.sightline.observability.evaluation.condition.Candidate;
import dev.sightline.observability.evaluation.condition.Conditions;
import dev.sightline.observability.event.EventStore;
import dev.sightline.observability.event.StoredEvent;
import dev.sightline.observability.generation.Generation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Tries programs on recent generations, keeping nothing (spec/observability.md 6). */
@ApplicationScoped
class Trials {

    private static final Duration RECENT = Duration.ofDays(7);

    /** Events looked through for some that meet the conditions; each may be several megabytes. */
    private static final int LOOKED_THROUGH = 200;

    private final EventStore events;
    private final ProgramRunner runner;
    private final ProgramConfig config;
    private final Clock clock;

    Trials(EventStore events, ProgramRunner runner, ProgramConfig config, Clock clock) {
        this.events = events;
        this.runner = runner;
        this.config = config;
        this.clock = clock;
    }

    Uni<TrialView> run(int projectId, CompiledTrial trial) {
        int limit = trial.conditions().isEmpty() ? trial.sampleCount() : LOOKED_THROUGH;
        return events.recent(projectId, Generation.NAME, clock.instant().minus(RECENT), limit)
                .map(found -> samples(found, trial))
                .chain(samples -> judge(samples, trial))
                .map(TrialView::of);
    }

    private static List<Generation> samples(List<StoredEvent> events, CompiledTrial trial) {
        return events.stream()
                .filter(event -> fits(trial.conditions(), event))
                .limit(trial.sampleCount())
                .map(Generation::new)
                .toList();
    }

    private static boolean fits(Conditions conditions, StoredEvent event) {
        return conditions.fits(new Candidate(event.uuid(), event.event(), event.distinctId(), event.properties()));
    }

    private Uni<List<TrialResult>> judge(List<Generation> samples, CompiledTrial trial) {
        Instant deadline = clock.instant().plus(config.trialTime());
        BooleanSupplier late = () -> clock.instant().isAfter(deadline);
        return samples.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.join()
                        .all(samples.stream()
                                .map(sample -> judge(sample, trial, late))
                                .toList())
                        .andFailFast();
    }

    private Uni<TrialResult> judge(Generation sample, CompiledTrial trial, BooleanSupplier late) {
        return runner.judge(trial.program(), sample.globals(trial.program()), late)
                .map(verdict -> TrialResult.of(sample, verdict));
    }
}
