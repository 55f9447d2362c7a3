package dev.sightline.vision.recording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.api.ApiException;
import dev.sightline.api.body.Required;
import dev.sightline.auth.Caller;
import dev.sightline.auth.RequiresScopes;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** Queries in a body, as API clients send them; of all kinds, recordings queries are answered (spec/platform.md C.4). */
@Path("/api/projects/{project_id}/query")
@Produces(MediaType.APPLICATION_JSON)
class QueryResource {

    private static final String ATTR = "query";
    private static final String KIND = "RecordingsQuery";
    private static final String RECENT = "-3d";

    private final Recordings recordings;
    private final Caller caller;

    QueryResource(Recordings recordings, Caller caller) {
        this.recordings = recordings;
        this.caller = caller;
    }

    /** What to ask. */
    record Question(@Required ObjectNode query) {}

    /** The recordings of the last three days, unless the query says since when. */
    @POST
    @RequiresScopes({"query:read", "session_recording:read"})
    public Uni<RecordingList> answer(Question question, @Context UriInfo uri) {
        Recordings.Viewer viewer =
                new Recordings.Viewer(caller.projectId(), caller.person().id());
        return Uni.createFrom()
                .deferred(() -> recordings.list(viewer, RecordingQuestion.of(checked(question.query()), uri)))
                .onFailure(QueryResource::saysInvalid)
                .transform(failure -> ((ApiException) failure).within(ATTR));
    }

    private static ObjectNode checked(ObjectNode query) {
        if (!KIND.equals(query.path("kind").textValue())) {
            throw ApiException.invalid("kind", "Only queries of the kind " + KIND + " are answered.");
        }
        return query.hasNonNull("date_from") ? query : query.put("date_from", RECENT);
    }

    private static boolean saysInvalid(Throwable failure) {
        return failure instanceof ApiException e && e.attr() != null;
    }
}
