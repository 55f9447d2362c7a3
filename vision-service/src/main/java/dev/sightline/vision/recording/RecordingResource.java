package dev.sightline.vision.recording;

import dev.sightline.api.ApiException;
import dev.sightline.api.PageRequest;
import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
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

/** What is known of a recording (spec/platform.md C.2). */
@Path("/api/projects/{project_id}/session_recordings")
@Produces(MediaType.APPLICATION_JSON)
class RecordingResource {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 1_000;

    private final RecordingStore recordings;
    private final Caller caller;
    private final Clock clock;

    RecordingResource(RecordingStore recordings, Caller caller, Clock clock) {
        this.recordings = recordings;
        this.caller = caller;
        this.clock = clock;
    }

    /** The latest recordings; the filters of a recordings query are not applied here. */
    @GET
    @RequiresScopes("session_recording:read")
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "offset", in = ParameterIn.QUERY)
    public Uni<RecordingList> list(@Context UriInfo uri) {
        PageRequest page = PageRequest.of(uri, DEFAULT_LIMIT, MAX_LIMIT);
        return recordings
                .list(caller.projectId(), page.limit() + 1L, page.offset())
                .map(found -> RecordingList.of(found, page.limit(), clock.instant()));
    }

    @GET
    @Path("/{session_id}")
    @RequiresScopes("session_recording:read")
    public Uni<RecordingView> retrieve(@RestPath("session_id") String sessionId) {
        return recordings.find(caller.projectId(), sessionId).map(found -> found.map(
                        session -> RecordingView.of(session, clock.instant()))
                .orElseThrow(() -> ApiException.notFound("Recording not found")));
    }
}
