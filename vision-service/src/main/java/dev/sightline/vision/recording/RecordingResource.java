package dev.sightline.vision.recording;

import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What is known of a recording (spec/platform.md C.2). */
@Path("/api/projects/{project_id}/session_recordings")
@Produces(MediaType.APPLICATION_JSON)
class RecordingResource {

    private static final String JSON_ARRAY = "A JSON array.";

    private final Recordings recordings;
    private final RecordingChanges changes;
    private final Caller caller;

    RecordingResource(Recordings recordings, RecordingChanges changes, Caller caller) {
        this.recordings = recordings;
        this.changes = changes;
        this.caller = caller;
    }

    /** The recordings of a recordings query whose members are the parameters. */
    @GET
    @RequiresScopes("session_recording:read")
    @Parameter(name = "limit", in = ParameterIn.QUERY)
    @Parameter(name = "offset", in = ParameterIn.QUERY)
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "The next_cursor of the page before.")
    @Parameter(name = "order", in = ParameterIn.QUERY)
    @Parameter(name = "order_direction", in = ParameterIn.QUERY)
    @Parameter(name = "date_from", in = ParameterIn.QUERY)
    @Parameter(name = "date_to", in = ParameterIn.QUERY)
    @Parameter(name = "events", in = ParameterIn.QUERY, description = JSON_ARRAY)
    @Parameter(name = "properties", in = ParameterIn.QUERY, description = JSON_ARRAY)
    @Parameter(name = "console_log_filters", in = ParameterIn.QUERY, description = JSON_ARRAY)
    @Parameter(name = "having_predicates", in = ParameterIn.QUERY, description = JSON_ARRAY)
    @Parameter(name = "operand", in = ParameterIn.QUERY)
    @Parameter(name = "filter_test_accounts", in = ParameterIn.QUERY)
    @Parameter(name = "person_uuid", in = ParameterIn.QUERY)
    @Parameter(name = "session_ids", in = ParameterIn.QUERY, description = JSON_ARRAY)
    @Parameter(name = "distinct_ids", in = ParameterIn.QUERY, description = JSON_ARRAY)
    public Uni<RestResponse<RecordingList>> list(@Context UriInfo uri) {
        long start = System.nanoTime();
        return recordings.list(viewer(), RecordingQuestion.of(uri)).map(list -> ResponseBuilder.ok(list)
                .header("Server-Timing", "list;dur=" + (System.nanoTime() - start) / 1_000_000)
                .build());
    }

    @POST
    @Path("/bulk_delete")
    @RequiresScopes("session_recording:write")
    public Uni<BulkDeletion.Result> delete(BulkDeletion request) {
        return changes.delete(viewer(), request);
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
        return changes.watched(viewer(), sessionId, report).replaceWith(new Done(true));
    }

    /** Removes the recording for good; observations of it stay. */
    @DELETE
    @Path("/{session_id}")
    @RequiresScopes("session_recording:write")
    public Uni<Void> delete(@RestPath("session_id") String sessionId) {
        return changes.delete(viewer(), sessionId);
    }

    private Recordings.Viewer viewer() {
        return new Recordings.Viewer(caller.projectId(), caller.person().id());
    }

    record Done(boolean success) {}
}
