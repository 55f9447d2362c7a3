package dev.sightline.vision.recording;

import dev.sightline.api.Filters;
import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;

/** The recorded items of a session for a player (spec/platform.md C.2). */
@Path("/api/projects/{project_id}/session_recordings/{session_id}/snapshots")
class SnapshotResource {

    private final VisibleRecordings recordings;
    private final Snapshots snapshots;
    private final Caller caller;

    SnapshotResource(VisibleRecordings recordings, Snapshots snapshots, Caller caller) {
        this.recordings = recordings;
        this.snapshots = snapshots;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RequiresScopes("session_recording:read")
    public Uni<SnapshotSources> sources(@RestPath("session_id") String sessionId) {
        return recordings.require(key(sessionId)).chain(() -> snapshots.sources(key(sessionId)));
    }

    /** Lines {@code ["<windowId>", <rrweb item>]}; with {@code decompress=false} the same as gzip. */
    @GET
    @Produces(SnapshotNegotiation.LINES)
    @RequiresScopes("session_recording:read")
    public RestMulti<byte[]> lines(@RestPath("session_id") String sessionId, @Context UriInfo uri) {
        SnapshotRange range = SnapshotRange.of(uri);
        boolean unpack = Filters.of(uri).bool("decompress").orElse(true);
        SessionKey session = key(sessionId);
        String type = unpack ? "application/jsonl" : "application/octet-stream";
        return RestMulti.fromUniResponse(
                recordings.require(session),
                found -> content(session, range, unpack),
                found -> Map.of(HttpHeaders.CONTENT_TYPE, List.of(type)));
    }

    private Multi<byte[]> content(SessionKey session, SnapshotRange range, boolean unpack) {
        return unpack ? snapshots.lines(session, range) : snapshots.packed(session, range);
    }

    private SessionKey key(String sessionId) {
        return new SessionKey(caller.projectId(), sessionId);
    }
}
