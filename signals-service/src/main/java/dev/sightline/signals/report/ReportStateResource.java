package dev.sightline.signals.report;

import dev.sightline.api.Refusal;
import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import dev.sightline.signals.artefact.Attribution;
import dev.sightline.signals.report.ReportRequests.ChangeState;
import dev.sightline.signals.report.ReportRequests.ChangeStates;
import dev.sightline.signals.report.ReportRequests.Reword;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Changing reports: their state one by one and in bulk, their wording, and deleting them. */
@Path("/api/projects/{project_id}/signals/reports")
@Produces(MediaType.APPLICATION_JSON)
class ReportStateResource {

    private final ReportChanges changes;
    private final Deletion deletion;
    private final ReportReader reports;
    private final Attribution attribution;
    private final Caller caller;

    ReportStateResource(
            ReportChanges changes, Deletion deletion, ReportReader reports, Attribution attribution, Caller caller) {
        this.changes = changes;
        this.deletion = deletion;
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

    @PATCH
    @Path("{id}")
    @RequiresScopes("task:write")
    public Uni<ReportView> reword(@RestPath UUID id, @HeaderParam(Attribution.HEADER) String task, Reword body) {
        return hand(task)
                .flatMap(hand -> changes.edit(hand, id, report -> Rewording.of(report, body, hand.author())))
                .flatMap(changed -> reports.find(Viewer.of(caller), id));
    }

    record DeletionStarted(String status, UUID reportId) {}

    @DELETE
    @Path("{id}")
    @ResponseStatus(202)
    @APIResponse(responseCode = "202", description = "The report and its signals are gone for every reader")
    @RequiresScopes("task:write")
    public Uni<DeletionStarted> delete(@RestPath UUID id, @HeaderParam(Attribution.HEADER) String task) {
        return hand(task)
                .flatMap(hand -> deletion.delete(hand, id))
                .replaceWith(new DeletionStarted("deletion_started", id));
    }

    private Uni<Hand> hand(String task) {
        return attribution.of(caller.projectId(), caller.person().id(), task).map(author -> Hand.of(caller, author));
    }
}
