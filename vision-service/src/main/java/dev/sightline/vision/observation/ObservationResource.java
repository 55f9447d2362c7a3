package dev.sightline.vision.observation;

import dev.sightline.api.Filters;
import dev.sightline.api.Ordering;
import dev.sightline.api.Page;
import dev.sightline.api.PageRequest;
import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import dev.sightline.vision.observation.ObservationPages.Asked;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** What a scanner saw (spec/vision.md 8). */
@Path("/api/projects/{project_id}/vision/scanners/{scanner_id}/observations")
@Produces(MediaType.APPLICATION_JSON)
class ObservationResource {

    private final Observations observations;
    private final ObservationStatistics statistics;
    private final Caller caller;

    ObservationResource(Observations observations, ObservationStatistics statistics, Caller caller) {
        this.observations = observations;
        this.statistics = statistics;
        this.caller = caller;
    }

    @GET
    @RequiresScopes({"replay_scanner:read", "session_recording:read"})
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "offset", in = ParameterIn.QUERY)
    @Parameter(name = "order_by", in = ParameterIn.QUERY)
    @Parameter(name = "session_id", in = ParameterIn.QUERY)
    @Parameter(name = "status", in = ParameterIn.QUERY)
    @Parameter(name = "tags", in = ParameterIn.QUERY)
    @Parameter(name = "triggered_by", in = ParameterIn.QUERY)
    @Parameter(name = "verdict", in = ParameterIn.QUERY)
    public Uni<Page<ObservationView>> list(@RestPath("scanner_id") String scannerId, @Context UriInfo uri) {
        ScannerKey scanner = ScannerKey.of(caller.projectId(), scannerId);
        Ordering order =
                Ordering.single(uri, "order_by", ObservationOrder.KEYS.keySet(), ObservationOrder.NEWEST_FIRST);
        ObservationFilter filter = filter(Filters.of(uri));
        return observations.list(new Asked(scanner, filter, order.keys().get(0), PageRequest.of(uri)));
    }

    @GET
    @Path("/stats")
    @RequiresScopes({"replay_scanner:read", "session_recording:read"})
    @Parameter(name = "recent_days", in = ParameterIn.QUERY)
    @Parameter(name = "session_id", in = ParameterIn.QUERY)
    @Parameter(name = "status", in = ParameterIn.QUERY)
    @Parameter(name = "tags", in = ParameterIn.QUERY)
    @Parameter(name = "triggered_by", in = ParameterIn.QUERY)
    @Parameter(name = "verdict", in = ParameterIn.QUERY)
    public Uni<ObservationStats> stats(@RestPath("scanner_id") String scannerId, @Context UriInfo uri) {
        ObservationFilter filter = filter(Filters.of(uri));
        return statistics.of(ScannerKey.of(caller.projectId(), scannerId), filter, RecentDays.of(uri));
    }

    @GET
    @Path("/{id}")
    @RequiresScopes({"replay_scanner:read", "session_recording:read"})
    public Uni<ObservationView> retrieve(@RestPath("scanner_id") String scannerId, @RestPath("id") String id) {
        return observations.find(ScannerKey.of(caller.projectId(), scannerId), id);
    }

    @POST
    @Path("/{id}/retry")
    @ResponseStatus(202)
    @APIResponseSchema(
            value = RetriedView.class,
            responseCode = "202",
            responseDescription = "The scanner looks at the session again")
    @RequiresScopes({"replay_scanner:write", "session_recording:read"})
    public Uni<RetriedView> retry(@RestPath("scanner_id") String scannerId, @RestPath("id") String id) {
        return observations.retry(ScannerKey.of(caller.projectId(), scannerId), id, caller.person());
    }

    private static ObservationFilter filter(Filters filters) {
        return new ObservationFilter(
                List.copyOf(filters.oneOf("status", ObservationFilter.STATUSES)),
                List.copyOf(filters.oneOf("triggered_by", ObservationFilter.TRIGGERS)),
                List.copyOf(filters.oneOf("verdict", ObservationFilter.VERDICTS)),
                List.copyOf(filters.texts("tags")),
                List.copyOf(filters.texts("session_id")));
    }
}
