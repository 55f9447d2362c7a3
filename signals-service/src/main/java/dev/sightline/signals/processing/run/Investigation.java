package dev.sightline.signals.processing.run;

import dev.sightline.signals.artefact.ArtefactHistory;
import dev.sightline.signals.pipeline.Evidence;
import dev.sightline.signals.pipeline.ReportSafety.Verdict;
import dev.sightline.signals.processing.run.Judges.Stages;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;

/** The steps of a run that judge: safety, repository, research, reviewers (spec/signals.md 2.8, 3 to 5). */
@ApplicationScoped
class Investigation {

    private final Judges judges;
    private final ArtefactHistory history;
    private final Homes homes;
    private final ReviewerSearch reviewers;

    Investigation(Judges judges, ArtefactHistory history, Homes homes, ReviewerSearch reviewers) {
        this.judges = judges;
        this.history = history;
        this.homes = homes;
        this.reviewers = reviewers;
    }

    Uni<Conclusion> of(Started started, Evidence evidence) {
        Stages stages = judges.of(started.run().projectId());
        return stages.safety()
                .judge(evidence)
                .flatMap(verdict -> verdict.safe()
                        ? inquire(started, evidence, verdict, stages)
                        : Uni.createFrom().item(Conclusion.unsafe(started.run().reportId(), verdict)));
    }

    private Uni<Conclusion> inquire(Started started, Evidence evidence, Verdict verdict, Stages stages) {
        Run run = started.run();
        return history.of(run.projectId(), run.reportId(), Past.TYPES)
                .map(Past::new)
                .flatMap(past -> homes.of(run.projectId(), past, evidence, stages.selection())
                        .map(home -> new Inquiry(started, verdict, past, home)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(inquiry -> inquiry.home().missing()
                        ? Uni.createFrom().item(Conclusion.needsRepository(inquiry, evidence.title()))
                        : research(inquiry, evidence, stages));
    }

    private Uni<Conclusion> research(Inquiry inquiry, Evidence evidence, Stages stages) {
        int projectId = inquiry.started().run().projectId();
        Evidence known = evidence.in(inquiry.home().repository(), inquiry.past().findings());
        return stages.judge()
                .judge(known)
                .flatMap(judgement -> reviewers
                        .of(known.repository(), homes.connections(projectId), known.findings())
                        .map(found -> Conclusion.judged(inquiry, judgement, found)))
                .onFailure(Passing::isNot)
                .recoverWithItem(failure -> Conclusion.broken(inquiry.started().run(), failure, inquiry.artefacts()));
    }
}
