package dev.sightline.vision.recording;

import dev.sightline.api.ApiException;
import dev.sightline.api.Filters;
import jakarta.ws.rs.core.UriInfo;

/**
 * The blocks a request asks for, by their keys: positions in the list of sources.
 *
 * @param end the last one
 */
record SnapshotRange(int start, int end) {

    static final SnapshotRange ALL = new SnapshotRange(0, Integer.MAX_VALUE);

    private static final String SOURCE = "blob_v2";
    private static final int MOST = 20;

    static SnapshotRange of(UriInfo uri) {
        Filters parameters = Filters.of(uri);
        if (!parameters.text("source").orElse("").equals(SOURCE)) {
            throw ApiException.invalid("source", "Invalid source must be one of [" + SOURCE + "]");
        }
        SnapshotRange range = new SnapshotRange(key(parameters, "start_blob_key"), key(parameters, "end_blob_key"));
        if (range.end < range.start) {
            throw ApiException.invalid("end_blob_key", "Must not be less than start_blob_key.");
        }
        if (range.count() > MOST) {
            throw ApiException.invalid("end_blob_key", "At most " + MOST + " blob keys may be asked for at a time.");
        }
        return range;
    }

    private static int key(Filters parameters, String name) {
        int key = parameters.integer(name).orElseThrow(() -> ApiException.required(name));
        if (key < 0) {
            throw ApiException.invalid(name, "A blob key is not negative.");
        }
        return key;
    }

    int count() {
        return (int) Math.min(Integer.MAX_VALUE, (long) end - start + 1);
    }
}
