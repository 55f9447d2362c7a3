package dev.sightline.signals.report;

import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import dev.sightline.signals.artefact.Attribution;
import dev.sightline.signals.report.ReportRequests.Reword;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Changing the words of reports, and deleting them. */
@Path("/api/projects/{project_id}/signals/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
class ReportEditResource {

    private final ReportEdits edits;
    private final ReportReader reports;
    private final Attribution attribution;
    private final Caller caller;

    ReportEditResource(ReportEdits edits, ReportReader reports, Attribution attribution, Caller caller) {
        this.edits = edits;
        this.reports = reports;
        this.attribution = attribution;
        this.caller = caller;
    }

    @PATCH
    @RequiresScopes("task:write")
    public Uni<ReportView> reword(@RestPath UUID id, @HeaderParam(Attribution.HEADER) String task, Reword body) {
        return attribution
                .of(caller, task)
                .flatMap(author -> edits.reword(Hand.of(caller, author), id, body))
                .flatMap(changed -> reports.find(Viewer.of(caller), id));
    }

    record DeletionStarted(String status, UUID reportId) {}

    @DELETE
    @ResponseStatus(202)
    @APIResponseSchema(
            value = DeletionStarted.class,
            responseCode = "202",
            responseDescription = "The report and its signals are gone for every reader")
    @RequiresScopes("task:write")
    public Uni<DeletionStarted> delete(@RestPath UUID id, @HeaderParam(Attribution.HEADER) String task) {
        return attribution
                .of(caller, task)
                .flatMap(author -> edits.delete(Hand.of(caller, author), id))
                .replaceWith(new DeletionStarted("deletion_started", id));
    }
}
