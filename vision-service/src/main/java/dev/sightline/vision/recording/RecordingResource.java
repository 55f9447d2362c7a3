package dev.sightline.vision.recording;

import dev.sightline.api.PageRequest;
import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestPath;

/** What is known of a recording (spec/platform.md C.2). */
@Path("/api/projects/{project_id}/session_recordings")
@Produces(MediaType.APPLICATION_JSON)
class RecordingResource {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 1_000;

    private final Recordings recordings;
    private final Caller caller;

    RecordingResource(Recordings recordings, Caller caller) {
        this.recordings = recordings;
        this.caller = caller;
    }

    /** The recordings a recordings query asks for, as far as {@link RecordingFilter} knows it. */
    @GET
    @RequiresScopes("session_recording:read")
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "offset", in = ParameterIn.QUERY)
    @Parameter(name = "order", in = ParameterIn.QUERY)
    @Parameter(name = "order_direction", in = ParameterIn.QUERY)
    @Parameter(name = "date_from", in = ParameterIn.QUERY)
    @Parameter(name = "date_to", in = ParameterIn.QUERY)
    @Parameter(name = "session_ids", in = ParameterIn.QUERY, description = "A JSON array.")
    @Parameter(name = "distinct_ids", in = ParameterIn.QUERY, description = "A JSON array.")
    public Uni<RecordingList> list(@Context UriInfo uri) {
        return recordings.list(viewer(), uri, PageRequest.of(uri, DEFAULT_LIMIT, MAX_LIMIT));
    }

    @GET
    @Path("/{session_id}")
    @RequiresScopes("session_recording:read")
    public Uni<RecordingView> retrieve(@RestPath("session_id") String sessionId) {
        return recordings.retrieve(viewer(), sessionId);
    }

    @PATCH
    @Path("/{session_id}")
    @RequiresScopes("session_recording:write")
    public Uni<Done> report(@RestPath("session_id") String sessionId, WatchedRecording report) {
        return recordings.watched(viewer(), sessionId, report).replaceWith(new Done(true));
    }

    /** Removes the recording for good; observations of it stay. */
    @DELETE
    @Path("/{session_id}")
    @RequiresScopes("session_recording:write")
    public Uni<Void> delete(@RestPath("session_id") String sessionId) {
        return recordings.delete(viewer(), sessionId);
    }

    private Recordings.Viewer viewer() {
        return new Recordings.Viewer(caller.projectId(), caller.person().id());
    }

    record Done(boolean success) {}
}
