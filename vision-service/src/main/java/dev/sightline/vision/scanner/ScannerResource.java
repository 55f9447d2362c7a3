package dev.sightline.vision.scanner;

import dev.sightline.activity.Actor;
import dev.sightline.api.Filters;
import dev.sightline.api.Ordering;
import dev.sightline.api.Page;
import dev.sightline.api.PageRequest;
import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import dev.sightline.vision.observation.ScannerKey;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Scanners of a project (spec/vision.md 7). */
@Path("/api/projects/{project_id}/vision/scanners")
@Produces(MediaType.APPLICATION_JSON)
class ScannerResource {

    private final Scanners scanners;
    private final Caller caller;

    ScannerResource(Scanners scanners, Caller caller) {
        this.scanners = scanners;
        this.caller = caller;
    }

    @GET
    @RequiresScopes("replay_scanner:read")
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "offset", in = ParameterIn.QUERY)
    @Parameter(name = "enabled", in = ParameterIn.QUERY)
    @Parameter(name = "scanner_type", in = ParameterIn.QUERY)
    @Parameter(name = "emits_signals", in = ParameterIn.QUERY)
    @Parameter(name = "created_by", in = ParameterIn.QUERY)
    @Parameter(name = "search", in = ParameterIn.QUERY)
    @Parameter(name = "order_by", in = ParameterIn.QUERY)
    public Uni<Page<ScannerView>> list(@Context UriInfo uri) {
        ScannerFilter filter = ScannerFilter.of(Filters.of(uri));
        Ordering order = Ordering.single(uri, "order_by", ScannerOrder.KEYS, ScannerOrder.DEFAULT);
        return scanners.list(caller.projectId(), filter, order, PageRequest.of(uri));
    }

    @POST
    @ResponseStatus(201)
    @APIResponse(responseCode = "201", description = "The scanner was made")
    @RequiresScopes({"replay_scanner:write", "session_recording:read"})
    public Uni<ScannerView> create(CreateScanner body) {
        return scanners.create(caller.projectId(), Actor.of(caller), body);
    }

    @GET
    @Path("/creators")
    @RequiresScopes("replay_scanner:read")
    public Uni<CreatorsView> creators() {
        return scanners.creators(caller.projectId());
    }

    @GET
    @Path("/stats")
    @RequiresScopes("replay_scanner:read")
    public Uni<TeamStats> stats() {
        return scanners.stats(caller.projectId());
    }

    @GET
    @Path("/{id}")
    @RequiresScopes("replay_scanner:read")
    public Uni<ScannerView> retrieve(@RestPath("id") String id) {
        return scanners.find(ScannerKey.of(caller.projectId(), id));
    }

    @PATCH
    @Path("/{id}")
    @RequiresScopes({"replay_scanner:write", "session_recording:read"})
    public Uni<ScannerView> change(@RestPath("id") String id, PatchScanner body) {
        return scanners.change(ScannerKey.of(caller.projectId(), id), body, Actor.of(caller));
    }

    @DELETE
    @Path("/{id}")
    @RequiresScopes("replay_scanner:write")
    public Uni<Void> delete(@RestPath("id") String id) {
        return scanners.delete(ScannerKey.of(caller.projectId(), id), Actor.of(caller));
    }

    @POST
    @Path("/{id}/observe")
    @ResponseStatus(202)
    @APIResponseSchema(
            value = StartedView.class,
            responseCode = "202",
            responseDescription = "The scanner looks at the session, or has looked already")
    @RequiresScopes({"replay_scanner:write", "session_recording:read"})
    public Uni<StartedView> observe(@RestPath("id") String id, ObserveRequest body) {
        return scanners.observe(ScannerKey.of(caller.projectId(), id), caller.person(), body);
    }
}
