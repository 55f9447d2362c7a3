package dev.sightline.signals.processing.run;

import dev.sightline.signals.pipeline.Evidence;
import dev.sightline.signals.pipeline.Judge;
import dev.sightline.signals.pipeline.Judgement;
import dev.sightline.signals.pipeline.LocalJudge;
import dev.sightline.signals.pipeline.ReportSafety;
import dev.sightline.signals.pipeline.ReportSafety.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The stages that judge a report, as they are configured. */
@ApplicationScoped
class Judges {

    private final ReportSafety safety = ReportSafety.local();
    private final Judge judge;

    Judges(Clock clock) {
        this.judge = new LocalJudge(clock);
    }

    Uni<Verdict> safety(Evidence evidence) {
        return safety.judge(evidence);
    }

    Uni<Judgement> judge(Evidence evidence) {
        return judge.judge(evidence);
    }
}
