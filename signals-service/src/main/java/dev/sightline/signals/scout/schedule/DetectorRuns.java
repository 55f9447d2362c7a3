package dev.sightline.signals.scout.schedule;

import dev.sightline.signals.scout.detector.Clue;
import dev.sightline.signals.scout.detector.Detector;
import dev.sightline.signals.scout.detector.Discipline;
import dev.sightline.signals.scout.run.ExecutorKind;
import dev.sightline.signals.scout.run.RunEnd;
import dev.sightline.signals.scout.run.RunStore;
import dev.sightline.signals.scout.run.RunStore.Ended;
import dev.sightline.signals.scout.run.ScoutRun;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Carries out runs that compute. What the runs of a batch need of their projects is read once. */
@ApplicationScoped
class DetectorRuns {

    private final Materials materials;
    private final Computation computation;
    private final Telling telling;
    private final RunStore runs;

    DetectorRuns(Materials materials, Computation computation, Telling telling, RunStore runs) {
        this.materials = materials;
        this.computation = computation;
        this.telling = telling;
        this.runs = runs;
    }

    /** Takes runs that wait. */
    Uni<List<ScoutRun>> take(int most) {
        return runs.claim(ExecutorKind.DETECTOR, most);
    }

    /** Carries the runs out and ends them, one as completed or failed whatever becomes of the others. */
    Uni<Void> carryOut(List<ScoutRun> batch) {
        List<Integer> projects =
                batch.stream().map(ScoutRun::projectId).distinct().toList();
        return materials
                .of(projects)
                .flatMap(read -> Multi.createFrom()
                        .iterable(batch)
                        .onItem()
                        .transformToUniAndConcatenate(run -> end(run, read.get(run.projectId())))
                        .collect()
                        .asList())
                .flatMap(runs::endAll)
                .replaceWithVoid();
    }

    private Uni<Ended> end(ScoutRun run, Materials.Of of) {
        return computation
                .detector(run.skill().name())
                .map(detector -> compute(run, detector, of))
                .orElseGet(() -> Uni.createFrom().item(new RunEnd.Failed("No detector does the work of this scout.")))
                .map(end -> new Ended(run, end));
    }

    private Uni<RunEnd> compute(ScoutRun run, Detector detector, Materials.Of of) {
        return computation
                .run(detector, of.facts())
                .flatMap(clues -> tell(run, detector, of, clues))
                .onFailure()
                .recoverWithItem(DetectorRuns::failed);
    }

    private Uni<RunEnd> tell(ScoutRun run, Detector detector, Materials.Of of, List<Clue> clues) {
        Discipline.Decision decision = new Discipline(of.notes()).decide(clues, detector.domains());
        return telling.tell(run, decision)
                .map(told -> new Verdict(clues, told.emits(), told.cutOff()))
                .map(verdict -> new RunEnd.Completed(verdict.text(of.current())));
    }

    private static RunEnd failed(Throwable failure) {
        String why = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return new RunEnd.Failed("The detector failed: " + why);
    }
}
