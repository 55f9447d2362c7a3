package dev.sightline.vision.recording;

import dev.sightline.api.ApiException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Recordings as a caller may see them: one that was never made or has expired is not found, a deleted one is gone. */
@ApplicationScoped
class VisibleRecordings {

    private final Pool pool;
    private final RecordingStore recordings;

    VisibleRecordings(Pool pool, RecordingStore recordings) {
        this.pool = pool;
        this.recordings = recordings;
    }

    Uni<StoredSession> require(SessionKey session) {
        return recordings
                .find(session.projectId(), session.sessionId())
                .chain(found -> found.isPresent() ? Uni.createFrom().item(found.get()) : missing(session));
    }

    private Uni<StoredSession> missing(SessionKey session) {
        return pool.preparedQuery(RemovalQueries.IS_BURIED)
                .execute(Tuple.of(session.projectId(), session.sessionId()))
                .map(rows -> {
                    throw rows.rowCount() == 0 ? notFound() : new WebApplicationException(gone());
                });
    }

    private static Response gone() {
        return Response.status(Response.Status.GONE)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of("error", "recording_deleted", "message", "This recording has been deleted."))
                .build();
    }

    static ApiException notFound() {
        return ApiException.notFound("Recording not found");
    }
}
