package dev.sightline.vision.recording;

import dev.sightline.vision.recording.Recordings.Viewer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Recordings as people mark and remove them. */
@ApplicationScoped
class RecordingChanges {

    private final VisibleRecordings visible;
    private final RecordingViewers viewers;
    private final RecordingRemoval removal;

    RecordingChanges(VisibleRecordings visible, RecordingViewers viewers, RecordingRemoval removal) {
        this.visible = visible;
        this.viewers = viewers;
        this.removal = removal;
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

    /** Deletes one after the other; those that are not there are named in the answer. */
    Uni<BulkDeletion.Result> delete(Viewer viewer, BulkDeletion request) {
        List<String> ids = request.sessionRecordingIds().stream().distinct().toList();
        return Multi.createFrom()
                .iterable(ids)
                .onItem()
                .transformToUniAndConcatenate(
                        id -> removal.delete(viewer.session(id)).map(deleted -> deleted ? "" : id))
                .select()
                .where(missing -> !missing.isEmpty())
                .collect()
                .asList()
                .map(missing -> BulkDeletion.Result.of(ids, missing));
    }
}
