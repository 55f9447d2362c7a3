package dev.sightline.signals.report;

import dev.sightline.api.Refusal;
import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import dev.sightline.signals.artefact.Attribution;
import dev.sightline.signals.report.ReportRequests.ChangeState;
import dev.sightline.signals.report.ReportRequests.ChangeStates;
import dev.sightline.signals.report.state.IllegalTransition;
import dev.sightline.signals.report.state.IncompleteTransition;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Changing the state of reports, one by one and in bulk. */
@Path("/api/projects/{project_id}/signals/reports")
@Produces(MediaType.APPLICATION_JSON)
class ReportStateResource {

    private final ReportChanges changes;
    private final ReportReader reports;
    private final Attribution attribution;
    private final Caller caller;

    ReportStateResource(ReportChanges changes, ReportReader reports, Attribution attribution, Caller caller) {
        this.changes = changes;
        this.reports = reports;
        this.attribution = attribution;
        this.caller = caller;
    }

    @POST
    @Path("{id}/state")
    @RequiresScopes("task:write")
    public Uni<ReportView> state(@RestPath UUID id, @HeaderParam(Attribution.HEADER) String task, ChangeState body) {
        return hand(task)
                .flatMap(hand -> changes.state(hand, id, body))
                .onFailure(IllegalTransition.class)
                .transform(illegal -> new Refusal(409, illegal.getMessage()))
                .onFailure(IncompleteTransition.class)
                .transform(incomplete -> new Refusal(400, incomplete.getMessage()))
                .flatMap(status -> reports.find(Viewer.of(caller), id));
    }

    @POST
    @Path("bulk-state")
    @RequiresScopes("task:write")
    public Uni<BulkOutcome.Summary> states(@HeaderParam(Attribution.HEADER) String task, ChangeStates body) {
        return hand(task)
                .flatMap(hand -> Multi.createFrom()
                        .iterable(body.ids().stream().distinct().toList())
                        .onItem()
                        .transformToUniAndConcatenate(id -> outcome(hand, id, body.each()))
                        .collect()
                        .asList())
                .map(BulkOutcome.Summary::of);
    }

    private Uni<BulkOutcome> outcome(Hand hand, UUID id, ChangeState change) {
        return changes.state(hand, id, change)
                .map(status -> BulkOutcome.changed(id, status))
                .onFailure(BulkOutcome::isRefusal)
                .recoverWithItem(failure -> BulkOutcome.unchanged(id, failure));
    }

    private Uni<Hand> hand(String task) {
        return attribution.of(caller, task).map(author -> Hand.of(caller, author));
    }
}
