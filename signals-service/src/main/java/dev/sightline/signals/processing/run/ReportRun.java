package dev.sightline.signals.processing.run;

import dev.sightline.signals.pipeline.Evidence;
import dev.sightline.signals.pipeline.Signal;
import dev.sightline.signals.signal.SignalStore;
import dev.sightline.signals.signal.StoredSignal;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * One run of a report, from its signals to its conclusion (spec/signals.md 2.8). A run that fails because something is
 * away for the moment is put off and starts over.
 */
@ApplicationScoped
class ReportRun {

    private final SignalStore signals;
    private final Investigation investigation;
    private final Conclusions conclusions;

    ReportRun(SignalStore signals, Investigation investigation, Conclusions conclusions) {
        this.signals = signals;
        this.investigation = investigation;
        this.conclusions = conclusions;
    }

    Uni<Void> run(Started started) {
        Run run = started.run();
        return signals.ofReport(run.projectId(), run.reportId())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(members -> conclude(started, members))
                .onFailure(Passing::isNot)
                .recoverWithItem(failure -> Conclusion.broken(run, failure, List.of()))
                .flatMap(conclusion -> conclusions.store(run, conclusion))
                .onFailure(Passing::is)
                .call(failure -> conclusions.putOff(run, Passing.cause(failure)));
    }

    private Uni<Conclusion> conclude(Started started, List<StoredSignal> members) {
        if (members.isEmpty()) {
            return Uni.createFrom().item(Conclusion.empty(started.run().reportId()));
        }
        String title = started.report().state().facts().wording().title();
        return investigation.of(
                started, Evidence.of(title, members.stream().map(Signal::of).toList()));
    }
}
