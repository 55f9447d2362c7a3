package dev.sightline.signals.processing.run;

import dev.sightline.signals.model.SignalModel;
import dev.sightline.signals.pipeline.Judge;
import dev.sightline.signals.pipeline.LocalJudge;
import dev.sightline.signals.pipeline.ModelChoice;
import dev.sightline.signals.pipeline.ModelJudge;
import dev.sightline.signals.pipeline.ReportSafety;
import dev.sightline.signals.pipeline.RepositorySelection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The stages that judge a report, as they are configured. */
@ApplicationScoped
class Judges {

    private final SignalModel model;
    private final Stages local;

    Judges(SignalModel model, Clock clock) {
        this.model = model;
        this.local = new Stages(ReportSafety.local(), RepositorySelection.local(), new LocalJudge(clock));
    }

    /** What judges one report, step by step. */
    record Stages(ReportSafety safety, RepositorySelection selection, Judge judge) {

        private static Stages with(ModelChoice choice) {
            return new Stages(ReportSafety.with(choice), RepositorySelection.with(choice), new ModelJudge(choice));
        }
    }

    Stages of(int projectId) {
        return model.of(projectId).map(Stages::with).orElse(local);
    }
}
