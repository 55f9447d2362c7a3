package dev.sightline.observability.capture.otel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.capture.CaptureRefused;
import dev.sightline.capture.JsonDocument;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** OTLP in its JSON form: ids in hex, 64-bit numbers as numbers or as text. */
final class JsonSpans {

    private static final Set<String> FAILED = Set.of("2", "STATUS_CODE_ERROR");

    private JsonSpans() {}

    /**
     * The spans of an export.
     *
     * @throws CaptureRefused if the bytes are no export request
     */
    static List<Span> read(byte[] body) {
        JsonNode export = JsonDocument.read(body);
        if (!export.isObject()) {
            throw CaptureRefused.unreadable("export is not an object");
        }
        return JsonShape.objects(export, "resourceSpans")
                .flatMap(JsonSpans::spans)
                .toList();
    }

    private static Stream<Span> spans(JsonNode sent) {
        ObjectNode resource = JsonValues.attributes(JsonShape.object(sent, "resource"));
        return JsonShape.objects(sent, "scopeSpans")
                .flatMap(scope -> JsonShape.objects(scope, "spans"))
                .map(span -> span(resource, span));
    }

    private static Span span(ObjectNode resource, JsonNode sent) {
        return new Span(
                SpanIdentity.of(
                        JsonShape.text(sent, "traceId"),
                        JsonShape.text(sent, "spanId"),
                        JsonShape.text(sent, "parentSpanId")),
                JsonShape.text(sent, "name"),
                new Span.Times(JsonShape.nanos(sent, "startTimeUnixNano"), JsonShape.nanos(sent, "endTimeUnixNano")),
                status(JsonShape.object(sent, "status")),
                resource,
                JsonValues.attributes(sent),
                JsonShape.objects(sent, "events").map(JsonSpans::note).toList());
    }

    private static SpanNote note(JsonNode event) {
        return new SpanNote(JsonShape.text(event, "name"), JsonValues.attributes(event));
    }

    private static Span.Status status(JsonNode status) {
        return new Span.Status(FAILED.contains(status.path("code").asText()), JsonShape.text(status, "message"));
    }
}
