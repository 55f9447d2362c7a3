package dev.sightline.signals.scout.schedule;

import dev.sightline.signals.scout.ScoutDefaults;
import dev.sightline.signals.scout.detector.Clue;
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
import java.util.stream.Collectors;

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
    record Told(List<Emitted> emits, int cutOff) {

        /** The verdict first, then a line for each clue. */
        String summary(List<Clue> clues, boolean current) {
            long emitted = emits.stream().filter(Emitted::emitted).count();
            String skipped = emits.stream()
                    .filter(emit -> !emit.emitted())
                    .map(Emitted::skippedReason)
                    .distinct()
                    .map(reason -> " Nothing was emitted: " + reason + ".")
                    .collect(Collectors.joining());
            String verdict = clues.isEmpty() ? "Nothing unusual." : clues.size() + " unusual, " + emitted + " emitted.";
            return verdict + skipped
                    + (cutOff > 0 ? " " + cutOff + " over the limit of a run were held back." : "")
                    + (current ? "" : " The history is out of date and was left aside.")
                    + " Computed by detectors, without a model."
                    + clues.stream()
                            .limit(20)
                            .map(clue -> "\n- " + clue.text().description())
                            .collect(Collectors.joining());
        }
    }

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
                        ? scratchpad.write(run.projectId(), told.noteKey(), told.note(), run.id())
                        : Uni.createFrom().nullItem());
    }

    private Uni<Void> note(ScoutRun run, Map<String, String> notes) {
        return Multi.createFrom()
                .iterable(notes.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        note -> scratchpad.write(run.projectId(), note.getKey(), note.getValue(), run.id()))
                .onItem()
                .ignoreAsUni();
    }
}
