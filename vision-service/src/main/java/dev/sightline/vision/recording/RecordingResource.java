package dev.sightline.vision.recording;

import dev.sightline.api.ApiException;
import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestPath;

/** What is known of a recording (spec/platform.md C.2). */
@Path("/api/projects/{project_id}/session_recordings")
@Produces(MediaType.APPLICATION_JSON)
class RecordingResource {

    private final RecordingStore recordings;
    private final Caller caller;
    private final Clock clock;

    RecordingResource(RecordingStore recordings, Caller caller, Clock clock) {
        this.recordings = recordings;
        this.caller = caller;
        this.clock = clock;
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
