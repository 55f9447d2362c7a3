package dev.sightline.signals.report;

import dev.sightline.api.Filters;
import dev.sightline.api.Page;
import dev.sightline.api.PageRequest;
import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import dev.sightline.signals.report.Reviewers.Reviewer;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Reading reports. */
@Path("/api/projects/{project_id}/signals/reports")
@Produces(MediaType.APPLICATION_JSON)
class ReportResource {

    private final ReportReader reports;
    private final Caller caller;

    ReportResource(ReportReader reports, Caller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    @GET
    @RequiresScopes("task:read")
    @Parameter(name = "status", in = ParameterIn.QUERY)
    @Parameter(name = "search", in = ParameterIn.QUERY)
    @Parameter(name = "source_product", in = ParameterIn.QUERY)
    @Parameter(name = "suggested_reviewers", in = ParameterIn.QUERY)
    @Parameter(name = "priority", in = ParameterIn.QUERY)
    @Parameter(name = "actionability", in = ParameterIn.QUERY)
    @Parameter(name = "task_id", in = ParameterIn.QUERY)
    @Parameter(name = "has_implementation_pr", in = ParameterIn.QUERY)
    @Parameter(name = "ordering", in = ParameterIn.QUERY)
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "offset", in = ParameterIn.QUERY)
    public Uni<Page<ReportView>> list(@Context UriInfo uri) {
        return reports.list(Viewer.of(caller), Filters.of(uri), PageRequest.of(uri));
    }

    @GET
    @Path("{id}")
    @RequiresScopes("task:read")
    public Uni<ReportView> retrieve(@RestPath UUID id) {
        return reports.find(Viewer.of(caller), id);
    }

    @GET
    @Path("{id}/signals")
    @RequiresScopes("task:read")
    public Uni<ReportSignals> signals(@RestPath UUID id) {
        return reports.withSignals(Viewer.of(caller), id);
    }

    @GET
    @Path("available_reviewers")
    @RequiresScopes("task:read")
    public Map<UUID, Reviewer> availableReviewers(@RestQuery String query) {
        return Reviewers.available(caller.organization().members(), query);
    }
}
