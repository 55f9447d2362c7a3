package dev.sightline.vision.recording;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Recordings as people see them. */
@ApplicationScoped
class Recordings {

    private final RecordingStore store;
    private final RecordingFilter filter;
    private final RecordingViews views;

    Recordings(RecordingStore store, RecordingFilter filter, RecordingViews views) {
        this.store = store;
        this.filter = filter;
        this.views = views;
    }

    /** Who asks. */
    record Viewer(int projectId, int userId) {

        SessionKey session(String id) {
            return new SessionKey(projectId, id);
        }
    }

    Uni<RecordingList> list(Viewer viewer, RecordingQuestion asked) {
        return filter.of(viewer.projectId(), asked.query())
                .chain(where -> store.list(where, asked.order(), asked.page()))
                .chain(found -> page(viewer, found, asked.page().limit(), asked.order()));
    }

    private Uni<RecordingList> page(Viewer viewer, List<ListedSession> found, int limit, RecordingOrder order) {
        RecordingCursor next = found.size() > limit ? order.behind(found.get(limit - 1)) : null;
        List<StoredSession> shown =
                found.stream().limit(limit).map(ListedSession::session).toList();
        return views.of(viewer, shown).map(results -> RecordingList.of(results, next));
    }

    /** A recording somebody deleted is not found like any other; only its snapshots tell the difference. */
    Uni<RecordingView> retrieve(Viewer viewer, String sessionId) {
        return store.find(viewer.projectId(), sessionId)
                .map(found -> found.orElseThrow(VisibleRecordings::notFound))
                .chain(found -> views.of(viewer, List.of(found)))
                .map(results -> results.get(0));
    }
}
