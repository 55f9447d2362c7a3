package dev.sightline.signals.processing.run;

import dev.sightline.messaging.Failures;
import dev.sightline.model.ModelException;
import dev.sightline.signals.pipeline.Evidence;
import dev.sightline.signals.pipeline.Signal;
import dev.sightline.signals.signal.SignalStore;
import dev.sightline.signals.signal.StoredSignal;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * One run of a report, from its signals to its conclusion (spec/signals.md 2.8). A run that fails because something is
 * away for the moment is left to run out and starts over.
 */
@ApplicationScoped
class ReportRun {

    private static final Logger LOG = Logger.getLogger(ReportRun.class);

    private final SignalStore signals;
    private final Judges judges;
    private final Conclusions conclusions;
    private final Clock clock;

    ReportRun(SignalStore signals, Judges judges, Conclusions conclusions, Clock clock) {
        this.signals = signals;
        this.judges = judges;
        this.conclusions = conclusions;
        this.clock = clock;
    }

    Uni<Void> run(Started started) {
        Run run = started.run();
        return signals.ofReport(run.projectId(), run.reportId())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(members -> conclude(started, members))
                .onFailure(failure -> !passing(failure))
                .recoverWithItem(failure -> broken(run, failure))
                .flatMap(conclusion -> conclusions.store(run, conclusion));
    }

    private Uni<Conclusion> conclude(Started started, List<StoredSignal> members) {
        if (members.isEmpty()) {
            return Uni.createFrom()
                    .item(Conclusion.failed("no_signals_found", "The report has no signals.", List.of()));
        }
        String title = started.report().state().facts().wording().title();
        return judge(
                started, new Evidence(title, members.stream().map(Signal::of).toList()));
    }

    private Uni<Conclusion> judge(Started started, Evidence evidence) {
        return judges.safety(evidence)
                .flatMap(verdict -> verdict.safe()
                        ? judges.judge(evidence)
                                .map(judgement -> Conclusion.judged(started, verdict, judgement, clock.instant()))
                        : Uni.createFrom().item(Conclusion.unsafe(started.run().reportId(), verdict)));
    }

    private static Conclusion broken(Run run, Throwable failure) {
        LOG.errorf(failure, "Run of a report failed project=%d report=%s", run.projectId(), run.reportId());
        String error = failure instanceof ModelException model ? model.getMessage() : "The report could not be judged.";
        return Conclusion.failed("agentic_activity_error", error, List.of());
    }

    private static boolean passing(Throwable failure) {
        return failure instanceof ModelException model && model.kind() == ModelException.Kind.TRANSIENT
                || Failures.isTransient(failure);
    }
}
