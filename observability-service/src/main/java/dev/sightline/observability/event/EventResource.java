package dev.sightline.observability.event;

import dev.sightline.api.ApiException;
import dev.sightline.api.PageRequest;
import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import dev.sightline.json.Coercions;
import dev.sightline.sql.Where;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;

/** What was captured, for people who want to see it. Beyond the contract; shaped as existing clients know it. */
@Path("/api/projects/{project_id}/events")
@Produces(MediaType.APPLICATION_JSON)
class EventResource {

    private static final int MAX_LIMIT = 1_000;

    private final EventSearch events;
    private final Caller caller;
    private final Clock clock;

    EventResource(EventSearch events, Caller caller, Clock clock) {
        this.events = events;
        this.caller = caller;
        this.clock = clock;
    }

    /** The newest events, without the properties that carry whole conversations. */
    @GET
    @RequiresScopes("query:read")
    @Parameter(name = "event", in = ParameterIn.QUERY)
    @Parameter(name = "distinct_id", in = ParameterIn.QUERY)
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "A day ago, unless given.")
    @Parameter(name = "before", in = ParameterIn.QUERY)
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "offset", in = ParameterIn.QUERY)
    public Uni<EventList> list(@Context UriInfo uri) {
        Where where = EventFilter.of(uri, caller.projectId(), clock.instant());
        PageRequest page = PageRequest.of(uri, PageRequest.DEFAULT_LIMIT, MAX_LIMIT);
        return events.list(where, page).map(found -> EventList.of(page, found));
    }

    @GET
    @Path("/{id}")
    @RequiresScopes("query:read")
    public Uni<EventView> retrieve(@RestPath("id") String id) {
        return events.find(caller.projectId(), Coercions.uuid(id).orElseThrow(ApiException::notFound))
                .map(found -> found.map(EventView::of).orElseThrow(ApiException::notFound));
    }
}
