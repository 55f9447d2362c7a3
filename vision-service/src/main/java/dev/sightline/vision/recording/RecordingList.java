package dev.sightline.vision.recording;

import java.time.Instant;
import java.util.List;

/** A page of recordings in the shape of spec/platform.md C.2, which knows no count. */
record RecordingList(List<RecordingView> results, boolean hasNext, int version) {

    private static final int VERSION = 4;

    /** The first {@code limit} of the sessions; one more says that there is another page. */
    static RecordingList of(List<StoredSession> sessions, int limit, Instant now) {
        List<RecordingView> shown = sessions.stream()
                .limit(limit)
                .map(session -> RecordingView.of(session, now))
                .toList();
        return new RecordingList(shown, sessions.size() > limit, VERSION);
    }
}
