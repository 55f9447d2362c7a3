package dev.sightline.vision.recording;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.ApiException;
import dev.sightline.api.body.Nullable;

/** What a player reports: the person watched the recording, or analysed it. One of the two is told. */
record WatchedRecording(
        @Nullable Boolean viewed,
        @Nullable Boolean analyzed,
        @Nullable JsonNode playerMetadata) {

    WatchedRecording {
        if (viewed == null && analyzed == null) {
            throw ApiException.required("viewed");
        }
    }

    boolean tellsOfAView() {
        return Boolean.TRUE.equals(viewed);
    }
}
