package dev.sightline.observability.evaluation.program;

import dev.sightline.messaging.CallerContext;
import dev.sightline.observability.event.EventStore;
import dev.sightline.observability.generation.Generation;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
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

    /** Somebody waits: half of the time may go by with the search for samples, and the rest is the program's. */
    Uni<TrialView> run(int projectId, CompiledTrial trial) {
        Instant begun = clock.instant();
        BooleanSupplier searched = after(begun.plus(config.trialTime().dividedBy(2)));
        BooleanSupplier late = after(begun.plus(config.trialTime()));
        return samples(projectId, new SampleSearch(trial, begun.minus(RECENT)), searched)
                .chain(search -> judge(search.found(), trial, late).map(results -> TrialView.of(results, search)));
    }

    private BooleanSupplier after(Instant deadline) {
        return () -> clock.instant().isAfter(deadline);
    }

    private Uni<SampleSearch> samples(int projectId, SampleSearch search, BooleanSupplier late) {
        return Multi.createBy()
                .repeating()
                .uni(() -> look(projectId, search))
                .whilst(looked -> !looked.isOver() && !late.getAsBoolean())
                .collect()
                .last();
    }

    /** Conditions may be many: nothing for a thread that others wait for. */
    private Uni<SampleSearch> look(int projectId, SampleSearch search) {
        return events.recent(projectId, search.next(), search.page())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(search::look)
                .emitOn(CallerContext.executor());
    }

    private Uni<List<TrialResult>> judge(List<Generation> samples, CompiledTrial trial, BooleanSupplier late) {
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
