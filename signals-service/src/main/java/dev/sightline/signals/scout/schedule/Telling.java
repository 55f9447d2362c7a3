package dev.sightline.signals.scout.schedule;

import dev.sightline.signals.scout.ScoutDefaults;
import dev.sightline.signals.scout.detector.Discipline;
import dev.sightline.signals.scout.run.Emitted;
import dev.sightline.signals.scout.run.FindingEmitter;
import dev.sightline.signals.scout.run.ScoutRun;
import dev.sightline.signals.scout.scratchpad.Scratchpad;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Emits what detectors found and remembers it. */
@ApplicationScoped
class Telling {

    private final FindingEmitter emitter;
    private final Scratchpad scratchpad;
    private final ScoutDefaults limits;

    Telling(FindingEmitter emitter, Scratchpad scratchpad, ScoutDefaults limits) {
        this.emitter = emitter;
        this.scratchpad = scratchpad;
        this.limits = limits;
    }

    /** What became of the clues of a run: what each emit answered, and how many were over the limit. */
    record Told(List<Emitted> emits, int cutOff) {}

    Uni<Told> tell(ScoutRun run, Discipline.Decision decision) {
        List<Discipline.Told> allowed =
                decision.told().stream().limit(limits.findingsPerRun()).toList();
        return Multi.createFrom()
                .iterable(allowed)
                .onItem()
                .transformToUniAndConcatenate(told -> emit(run, told))
                .collect()
                .asList()
                .call(emits -> note(run, decision.noted()))
                .map(emits -> new Told(emits, decision.told().size() - allowed.size()));
    }

    /** What was not emitted is not remembered: it is told when that becomes possible. */
    private Uni<Emitted> emit(ScoutRun run, Discipline.Told told) {
        return emitter.emit(run.projectId(), run.id(), told.clue().finding(), Optional.of(told.noteKey()))
                .call(emit -> emit.emitted()
                        ? scratchpad.remember(run.projectId(), told.noteKey(), told.note(), run.id())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> note(ScoutRun run, Map<String, String> notes) {
        return Multi.createFrom()
                .iterable(notes.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        note -> scratchpad.remember(run.projectId(), note.getKey(), note.getValue(), run.id()))
                .onItem()
                .ignoreAsUni();
    }
}
