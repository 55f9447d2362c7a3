package dev.sightline.signals.processing;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sightline.api.ApiException;
import dev.sightline.api.Page;
import dev.sightline.api.PageRequest;
import dev.sightline.api.body.Required;
import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import dev.sightline.time.Timestamps;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Pausing and resuming the grouping of a project (spec/signals.md 7, DECISIONS 15 and 48). */
@Path("/api/projects/{project_id}/signals/processing")
@Produces(MediaType.APPLICATION_JSON)
class ProcessingResource {

    private final Pauses pauses;
    private final Caller caller;
    private final Clock clock;

    ProcessingResource(Pauses pauses, Caller caller, Clock clock) {
        this.pauses = pauses;
        this.caller = caller;
        this.clock = clock;
    }

    /** The state of a project; {@code pausedUntil} is null while grouping goes on. */
    record State(Instant pausedUntil) {}

    /** The contract's page of the one state, with its member beside it for clients that look for it there. */
    @JsonPropertyOrder({"count", "next", "previous", "results", "paused_until"})
    record StatePage(
            long count,
            @Schema(nullable = true) String next,
            @Schema(nullable = true) String previous,
            List<State> results,
            Instant pausedUntil) {

        static StatePage of(Page<State> page, Instant pausedUntil) {
            return new StatePage(page.count(), page.next(), page.previous(), page.results(), pausedUntil);
        }
    }

    record PauseRequest(@Required Instant timestamp) {}

    record Paused(String status, Instant pausedUntil) {}

    record Unpaused(String status, Instant pausedUntil, boolean wasPaused) {}

    @GET
    @RequiresScopes("task:read")
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "offset", in = ParameterIn.QUERY)
    public Uni<StatePage> list(@Context UriInfo uri) {
        PageRequest page = PageRequest.of(uri);
        return pauses.find(caller.projectId())
                .map(until -> until.orElse(null))
                .map(until ->
                        StatePage.of(page.page(1, page.offset() > 0 ? List.of() : List.of(new State(until))), until));
    }

    @PUT
    @Path("pause")
    @RequiresScopes("task:write")
    public Uni<Paused> pause(PauseRequest request) {
        Instant until = Timestamps.micros(request.timestamp());
        if (!until.isAfter(clock.instant())) {
            throw ApiException.invalid("timestamp", "The end of a pause must be in the future.");
        }
        return pauses.pause(caller.projectId(), until).replaceWith(new Paused("paused", until));
    }

    @DELETE
    @Path("pause")
    @RequiresScopes("task:write")
    public Uni<Unpaused> resume() {
        return pauses.resume(caller.projectId()).map(was -> new Unpaused("unpaused", null, was));
    }
}
