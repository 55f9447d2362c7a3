package dev.sightline.signals.processing.run;

import dev.sightline.signals.artefact.ArtefactStore;
import dev.sightline.signals.artefact.NewArtefact;
import dev.sightline.signals.report.Merges;
import dev.sightline.signals.report.ReportStore;
import dev.sightline.signals.report.ReportStore.Change;
import dev.sightline.signals.report.StoredReport;
import dev.sightline.signals.report.state.InProgress;
import dev.sightline.signals.report.state.ReportState;
import dev.sightline.signals.report.state.Resolvable;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Stores what runs came to: the report's state, its artefacts and the end of the run, together. */
@ApplicationScoped
class Conclusions {

    private static final Logger LOG = Logger.getLogger(Conclusions.class);
    private static final int REAPED_AT_ONCE = 20;

    private final Runs runs;
    private final ReportStore reports;
    private final ArtefactStore artefacts;
    private final Merges merges;

    Conclusions(Runs runs, ReportStore reports, ArtefactStore artefacts, Merges merges) {
        this.runs = runs;
        this.reports = reports;
        this.artefacts = artefacts;
        this.merges = merges;
    }

    /** Stores a conclusion; if the report went another way meanwhile, only that the run is over. */
    Uni<Void> store(Run run, Conclusion conclusion) {
        return runs.end(run, conclusion.end(), (tx, held) -> artefacts
                .append(tx, run.projectId(), conclusion.artefacts())
                .flatMap(appended ->
                        settled(tx, run, held.running(), conclusion.next().of(held.running(), held.now())))
                .flatMap(state -> save(tx, run, held.report().with(state))));
    }

    /** A report whose pull request was merged since it was promoted is done, whatever the run came to. */
    private Uni<ReportState> settled(SqlClient tx, Run run, InProgress running, ReportState state) {
        Instant promoted = running.facts().promotedAt();
        return promoted != null && state instanceof Resolvable resolvable
                ? merges.since(tx, run.projectId(), run.reportId(), promoted)
                        .map(merged -> merged ? resolvable.resolve() : state)
                : Uni.createFrom().item(state);
    }

    private Uni<Void> save(SqlClient tx, Run run, StoredReport report) {
        return reports.save(tx, run.projectId(), List.of(new Change(report, "status_changed")));
    }

    /** Lets a run rest that cannot go on for the moment, each time twice as long; the answers it has are kept. */
    Uni<Void> putOff(Run run, String cause) {
        return runs.putOff(run, cause);
    }

    /** Makes reports candidates again whose runs were lost with their replica; too many losses fail the report. */
    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> reap() {
        return runs.expired(REAPED_AT_ONCE)
                .onItem()
                .transformToMulti(expired -> Multi.createFrom().iterable(expired))
                .onItem()
                .transformToUniAndConcatenate(this::reap)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> reap(Run run) {
        LOG.warnf("Run of a report lost project=%d report=%s", run.projectId(), run.reportId());
        return runs.lose(run, (tx, held) -> runs.lost(tx, run)
                .flatMap(losses -> losses.tooMany()
                        ? giveUp(tx, run, held.report().with(held.running().fail(losses.explained())))
                        : save(tx, run, held.report().with(held.running().requeue()))));
    }

    private Uni<Void> giveUp(SqlClient tx, Run run, StoredReport failed) {
        String error = failed.state().facts().wording().error();
        return artefacts
                .append(tx, run.projectId(), List.of(NewArtefact.note(run.reportId(), error)))
                .flatMap(appended -> runs.giveUp(tx, run))
                .flatMap(given -> save(tx, run, failed));
    }
}
