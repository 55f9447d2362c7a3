package dev.sightline.observability.capture.otel;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.HexFormat;

/** One span with an attribute of every type, as an exporter sends it in protobuf. */
final class Otlp {

    static final String TRACE = "9db076cecab852b9b9e4f9dde36a7f20";
    static final String SPAN = "f15c28f90bba5295";
    static final String PARENT = "00000000000000aa";

    private static final long START = 1795197207814000000L;

    private Otlp() {}

    static ExportTraceServiceRequest export() {
        return export(START);
    }

    /** The same span with another start, in nanoseconds. */
    static ExportTraceServiceRequest export(long start) {
        var span = io.opentelemetry.proto.trace.v1.Span.newBuilder()
                .setTraceId(hex(TRACE))
                .setSpanId(hex(SPAN))
                .setParentSpanId(hex(PARENT))
                .setName("chat gpt-4o")
                .setStartTimeUnixNano(start)
                .setEndTimeUnixNano(start + 250_000_000L)
                .addAttributes(pair("gen_ai.operation.name", value().setStringValue("chat")))
                .addAttributes(pair("n", value().setIntValue(-5)))
                .addAttributes(pair("d", value().setDoubleValue(0.5)))
                .addAttributes(pair("b", value().setBoolValue(true)))
                .addAttributes(pair("raw", value().setBytesValue(hex("ff01"))))
                .addAttributes(pair(
                        "list",
                        value().setArrayValue(ArrayValue.newBuilder()
                                .addValues(value().setIntValue(1))
                                .addValues(value().setStringValue("x"))
                                .addValues(value()))))
                .addAttributes(pair(
                        "map",
                        value().setKvlistValue(
                                        KeyValueList.newBuilder().addValues(pair("k", value().setBoolValue(false))))))
                .addAttributes(pair("nothing", value()))
                .addEvents(io.opentelemetry.proto.trace.v1.Span.Event.newBuilder()
                        .setTimeUnixNano(start + 1)
                        .setName("gen_ai.user.message")
                        .addAttributes(pair("content", value().setStringValue("hello"))))
                .setStatus(Status.newBuilder()
                        .setCode(Status.StatusCode.STATUS_CODE_ERROR)
                        .setMessage("broke"));
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder()
                                .addAttributes(pair("service.name", value().setStringValue("shop"))))
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build();
    }

    private static AnyValue.Builder value() {
        return AnyValue.newBuilder();
    }

    private static KeyValue pair(String key, AnyValue.Builder value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }

    private static ByteString hex(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }
}
