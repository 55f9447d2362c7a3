package dev.sightline.vision.recording;

import dev.sightline.api.body.Required;
import jakarta.validation.constraints.Size;
import java.util.List;

/** Recordings to delete together. */
record BulkDeletion(@Required @Size(min = 1, max = 100) List<String> sessionRecordingIds) {

    /**
     * What became of them.
     *
     * @param failedIds those that are not there
     */
    record Result(boolean success, int deletedCount, int totalRequested, List<String> failedIds) {

        static Result of(List<String> requested, List<String> failed) {
            return new Result(true, requested.size() - failed.size(), requested.size(), failed);
        }
    }
}
