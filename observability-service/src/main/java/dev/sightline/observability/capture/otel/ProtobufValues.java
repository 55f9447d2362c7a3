package dev.sightline.observability.capture.otel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.HexFormat;
import java.util.List;

/** Attribute values from protobuf: integers as text, bytes as hex, absent values as null. */
final class ProtobufValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ProtobufValues() {}

    static ObjectNode object(List<KeyValue> pairs) {
        ObjectNode object = JSON.objectNode();
        pairs.forEach(pair -> object.set(pair.getKey(), value(pair.getValue())));
        return object;
    }

    private static JsonNode value(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> JSON.textNode(value.getStringValue());
            case BOOL_VALUE -> JSON.booleanNode(value.getBoolValue());
            case INT_VALUE -> JSON.textNode(Long.toString(value.getIntValue()));
            case DOUBLE_VALUE -> number(value.getDoubleValue());
            case ARRAY_VALUE -> array(value.getArrayValue().getValuesList());
            case KVLIST_VALUE -> object(value.getKvlistValue().getValuesList());
            case BYTES_VALUE ->
                JSON.textNode(HexFormat.of().formatHex(value.getBytesValue().toByteArray()));
            default -> JSON.nullNode();
        };
    }

    private static ArrayNode array(List<AnyValue> values) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(value -> array.add(value(value)));
        return array;
    }

    /** JSON has no NaN and no infinity. */
    static JsonNode number(double value) {
        return Double.isFinite(value) ? DoubleNode.valueOf(value) : JSON.nullNode();
    }
}
