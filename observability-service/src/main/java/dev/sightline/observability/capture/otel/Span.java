package dev.sightline.observability.capture.otel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A span, whichever form it came in.
 *
 * @param resource the attributes of what sent it, shared by all its spans: never changed
 * @param attributes its own; never changed
 * @param notes the events within it, in their order
 */
record Span(
        SpanIdentity identity,
        String name,
        Times times,
        Status status,
        ObjectNode resource,
        ObjectNode attributes,
        List<SpanNote> notes) {

    /** Nanoseconds since 1970, unsigned; 0 for a time that was not sent. */
    record Times(long start, long end) {}

    /**
     * How it ended.
     *
     * @param message null or empty for none
     */
    record Status(boolean failed, String message) {}
}
