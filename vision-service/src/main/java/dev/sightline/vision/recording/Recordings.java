package dev.sightline.vision.recording;

import dev.sightline.api.PageRequest;
import dev.sightline.sql.Where;
import dev.sightline.vision.recording.RecordingViewers.Watched;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Recordings as people see, mark and remove them. */
@ApplicationScoped
class Recordings {

    private final RecordingStore store;
    private final VisibleRecordings visible;
    private final RecordingViewers viewers;
    private final RecordingRemoval removal;
    private final Clock clock;

    Recordings(
            RecordingStore store,
            VisibleRecordings visible,
            RecordingViewers viewers,
            RecordingRemoval removal,
            Clock clock) {
        this.store = store;
        this.visible = visible;
        this.viewers = viewers;
        this.removal = removal;
        this.clock = clock;
    }

    /** Who asks. */
    record Viewer(int projectId, int userId) {

        SessionKey session(String id) {
            return new SessionKey(projectId, id);
        }
    }

    Uni<RecordingList> list(Viewer viewer, UriInfo uri, PageRequest page) {
        Where where = RecordingFilter.of(uri, viewer.projectId(), clock);
        return store.list(where, RecordingOrder.of(uri), page)
                .chain(found -> withViewers(viewer, found))
                .map(views -> RecordingList.of(views, page.limit()));
    }

    /** A recording somebody deleted is not found like any other; only its snapshots tell the difference. */
    Uni<RecordingView> retrieve(Viewer viewer, String sessionId) {
        return store.find(viewer.projectId(), sessionId)
                .map(found -> found.orElseThrow(VisibleRecordings::notFound))
                .chain(found -> withViewers(viewer, List.of(found)))
                .map(views -> views.get(0));
    }

    private Uni<List<RecordingView>> withViewers(Viewer viewer, List<StoredSession> sessions) {
        List<String> ids = sessions.stream().map(StoredSession::sessionId).toList();
        return viewers.of(viewer.projectId(), ids).map(byId -> sessions.stream()
                .map(session -> RecordingView.of(session, watched(viewer, byId, session), clock.instant()))
                .toList());
    }

    private Watched watched(Viewer viewer, Map<String, Set<Integer>> byId, StoredSession session) {
        return viewers.watched(byId.getOrDefault(session.sessionId(), Set.of()), viewer.userId());
    }

    Uni<Void> watched(Viewer viewer, String sessionId, WatchedRecording report) {
        return visible.require(viewer.session(sessionId))
                .chain(() -> report.tellsOfAView()
                        ? viewers.add(viewer.session(sessionId), viewer.userId())
                        : Uni.createFrom().voidItem());
    }

    Uni<Void> delete(Viewer viewer, String sessionId) {
        return removal.delete(viewer.session(sessionId))
                .invoke(deleted -> {
                    if (!deleted) {
                        throw VisibleRecordings.notFound();
                    }
                })
                .replaceWithVoid();
    }
}
