package dev.sightline.messaging;

import dev.sightline.time.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * What travels around a message: the CloudEvents attributes in the headers of its Kafka record (CloudEvents Kafka
 * protocol binding 1.0.2, binary mode) and the trace it belongs to.
 *
 * @param source the service that says it, for example {@code sightline/vision}
 * @param traceparent W3C trace context, or null
 */
record Envelope(UUID id, String type, String source, Instant time, String traceparent) {

    static final String ID = "ce_id";
    static final String TYPE = "ce_type";
    private static final String SOURCE = "ce_source";
    private static final String TIME = "ce_time";
    private static final String TRACEPARENT = "traceparent";

    Headers headers() {
        Headers headers = new RecordHeaders();
        put(headers, "ce_specversion", "1.0");
        put(headers, ID, id.toString());
        put(headers, TYPE, type);
        put(headers, SOURCE, source);
        put(headers, TIME, Timestamps.print(time));
        put(headers, "content-type", "application/json");
        if (traceparent != null) {
            put(headers, TRACEPARENT, traceparent);
        }
        return headers;
    }

    static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The last value of a header, or null. */
    static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
