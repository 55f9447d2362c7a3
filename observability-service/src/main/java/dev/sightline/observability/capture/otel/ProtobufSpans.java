package dev.sightline.observability.capture.otel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.sightline.capture.CaptureRefused;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** OTLP in its binary form. */
final class ProtobufSpans {

    private ProtobufSpans() {}

    /**
     * The spans of an export; no bytes are an empty one.
     *
     * @throws CaptureRefused if the bytes are no export request
     */
    static List<Span> read(byte[] body) {
        try {
            return ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().stream()
                    .flatMap(ProtobufSpans::spans)
                    .toList();
        } catch (InvalidProtocolBufferException e) {
            throw CaptureRefused.unreadable("invalid protobuf");
        }
    }

    private static Stream<Span> spans(ResourceSpans sent) {
        ObjectNode resource = ProtobufValues.object(sent.getResource().getAttributesList());
        return sent.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> span(resource, span));
    }

    private static Span span(ObjectNode resource, io.opentelemetry.proto.trace.v1.Span sent) {
        return new Span(
                SpanIdentity.of(hex(sent.getTraceId()), hex(sent.getSpanId()), hex(sent.getParentSpanId())),
                sent.getName(),
                new Span.Times(sent.getStartTimeUnixNano(), sent.getEndTimeUnixNano()),
                new Span.Status(
                        sent.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR,
                        sent.getStatus().getMessage()),
                resource,
                ProtobufValues.object(sent.getAttributesList()),
                sent.getEventsList().stream().map(ProtobufSpans::note).toList());
    }

    private static SpanNote note(io.opentelemetry.proto.trace.v1.Span.Event event) {
        return new SpanNote(event.getName(), ProtobufValues.object(event.getAttributesList()));
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
