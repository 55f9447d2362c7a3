package dev.sightline.vision.recording;

import java.util.List;

/** A page of recordings in the shape of spec/platform.md C.2, which knows no count. */
record RecordingList(List<RecordingView> results, boolean hasNext, int version) {

    private static final int VERSION = 4;

    /** The first {@code limit} of what was found; one more says that there is another page. */
    static RecordingList of(List<RecordingView> found, int limit) {
        return new RecordingList(found.stream().limit(limit).toList(), found.size() > limit, VERSION);
    }
}
