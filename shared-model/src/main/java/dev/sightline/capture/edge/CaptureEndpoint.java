package dev.sightline.capture.edge;

import dev.sightline.capture.CaptureRequest;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/**
 * What one family of ingestion routes does with a request.
 *
 * @param <T> what a request is decoded into
 */
public interface CaptureEndpoint<T> {

    /** The answer SDKs take for success. */
    String OK = "{\"status\":\"Ok\"}";

    /**
     * Decodes and checks a request and prepares what becomes of it. Pure computation over what is in memory: a large
     * request is read on a worker thread.
     *
     * @throws dev.sightline.capture.CaptureRefused if the request is not taken
     */
    T read(CaptureRequest request, Instant receivedAt);

    /** Takes what was read; gives the JSON to answer once it is safe, and never waits on the calling thread. */
    Uni<String> take(T read);

    /** The form in which clients of these routes expect a refusal. */
    default RefusalForm refusals() {
        return RefusalForm.TEXT;
    }
}
