package dev.sightline.vision.recording;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A page of recordings in the shape of spec/platform.md C.2, which knows no count.
 *
 * @param nextCursor to ask for the next page with; absent where there is none
 */
record RecordingList(
        List<RecordingView> results,
        boolean hasNext,
        int version,
        @JsonInclude(JsonInclude.Include.NON_NULL) String nextCursor) {

    private static final int VERSION = 4;

    static RecordingList of(List<RecordingView> results, RecordingCursor next) {
        return new RecordingList(results, next != null, VERSION, next == null ? null : next.text());
    }
}
