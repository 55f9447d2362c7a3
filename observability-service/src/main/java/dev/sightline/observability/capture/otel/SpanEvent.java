package dev.sightline.observability.capture.otel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.observability.capture.ai.AiEvents;
import dev.sightline.time.UuidV5;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/** The event of a span, in the form SDKs send events in. */
final class SpanEvent {

    private static final String OPERATION = "gen_ai.operation.name";
    private static final Map<String, String> NAMES =
            Map.of("chat", AiEvents.GENERATION, "embeddings", AiEvents.EMBEDDING);

    /** OpenLLMetry's attribute from before there was the other. */
    private static final String OLD_OPERATION = "llm.request.type";

    private static final Map<String, String> OLD_NAMES =
            Map.of("chat", AiEvents.GENERATION, "completion", AiEvents.GENERATION, "embedding", AiEvents.EMBEDDING);
    private static final long SECOND = 1_000_000_000L;

    private SpanEvent() {}

    /** The same span is always the same event, so that an export sent again is stored once. */
    static ObjectNode of(Span span) {
        SpanIdentity identity = span.identity();
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put(
                "uuid",
                UuidV5.of("span:" + identity.trace() + ":" + identity.span()).toString());
        event.put("event", name(span.attributes()));
        event.put("distinct_id", SpanOwner.of(span));
        if (span.times().start() != 0) {
            event.put("timestamp", instant(span.times().start()).toString());
        }
        event.set("properties", properties(span));
        return event;
    }

    private static String name(ObjectNode attributes) {
        return attributes.hasNonNull(OPERATION)
                ? NAMES.getOrDefault(attributes.path(OPERATION).asText(), AiEvents.SPAN)
                : OLD_NAMES.getOrDefault(attributes.path(OLD_OPERATION).asText(), AiEvents.SPAN);
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Long.divideUnsigned(nanos, SECOND), Long.remainderUnsigned(nanos, SECOND));
    }

    private static ObjectNode properties(Span span) {
        ObjectNode properties = span.resource().deepCopy();
        properties.setAll(span.attributes().deepCopy());
        identify(properties, span.identity());
        properties.put("$ai_ingestion_source", "otel");
        properties.put("$otel_span_name", span.name());
        properties.put(
                "$otel_start_time_unix_nano", Long.toUnsignedString(span.times().start()));
        properties.put(
                "$otel_end_time_unix_nano", Long.toUnsignedString(span.times().end()));
        measure(properties, span.times());
        Conventions.apply(properties, span.notes());
        fail(properties, span.status());
        return properties;
    }

    private static void identify(ObjectNode properties, SpanIdentity identity) {
        properties.put("$ai_trace_id", identity.trace());
        properties.put("$ai_span_id", identity.span());
        if (identity.parent() != null) {
            properties.put("$ai_parent_id", identity.parent());
        }
    }

    private static void measure(ObjectNode properties, Span.Times times) {
        long nanos = times.end() - times.start();
        if (times.start() != 0 && nanos >= 0 && !properties.has("$ai_latency")) {
            properties.put("$ai_latency", BigDecimal.valueOf(nanos, 9).doubleValue());
        }
    }

    private static void fail(ObjectNode properties, Span.Status status) {
        if (status.failed()) {
            properties.put("$ai_is_error", true);
            if (status.message() != null && !status.message().isEmpty()) {
                properties.put("$ai_error", status.message());
            }
        }
    }
}
