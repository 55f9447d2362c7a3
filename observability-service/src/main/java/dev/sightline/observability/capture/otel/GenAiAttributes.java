package dev.sightline.observability.capture.otel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The semantic conventions of OpenTelemetry for generative AI, and the properties of AI events they stand for. Where
 * several attributes mean one property, the first that is there gives it: newer names stand before those they replaced.
 */
final class GenAiAttributes {

    static final List<Row> TABLE = List.of(
            new Row("gen_ai.provider.name", "$ai_provider", Reading.AS_SENT),
            new Row("gen_ai.system", "$ai_provider", Reading.AS_SENT),
            new Row("gen_ai.response.model", "$ai_model", Reading.AS_SENT),
            new Row("gen_ai.request.model", "$ai_model", Reading.AS_SENT),
            new Row("gen_ai.usage.input_tokens", "$ai_input_tokens", Reading.NUMBER),
            new Row("gen_ai.usage.prompt_tokens", "$ai_input_tokens", Reading.NUMBER),
            new Row("gen_ai.usage.output_tokens", "$ai_output_tokens", Reading.NUMBER),
            new Row("gen_ai.usage.completion_tokens", "$ai_output_tokens", Reading.NUMBER),
            new Row("gen_ai.usage.cache_read.input_tokens", "$ai_cache_read_input_tokens", Reading.NUMBER),
            new Row("gen_ai.usage.cache_creation.input_tokens", "$ai_cache_creation_input_tokens", Reading.NUMBER),
            new Row("gen_ai.usage.cache_read_input_tokens", "$ai_cache_read_input_tokens", Reading.NUMBER),
            new Row("gen_ai.usage.cache_creation_input_tokens", "$ai_cache_creation_input_tokens", Reading.NUMBER),
            new Row("gen_ai.usage.reasoning.output_tokens", "$ai_reasoning_tokens", Reading.NUMBER),
            new Row("llm.usage.total_tokens", "$ai_total_tokens", Reading.NUMBER),
            new Row("gen_ai.input.messages", "$ai_input", Reading.MESSAGES),
            new Row("gen_ai.output.messages", "$ai_output_choices", Reading.MESSAGES),
            new Row("gen_ai.tool.definitions", "$ai_tools", Reading.JSON),
            new Row("gen_ai.tool.call.arguments", "$ai_input_state", Reading.JSON),
            new Row("gen_ai.tool.call.result", "$ai_output_state", Reading.JSON),
            new Row("traceloop.entity.input", "$ai_input_state", Reading.JSON),
            new Row("traceloop.entity.output", "$ai_output_state", Reading.JSON),
            new Row("gen_ai.conversation.id", "$ai_session_id", Reading.AS_SENT),
            new Row("gen_ai.response.id", "$ai_completion_id", Reading.AS_SENT),
            new Row("gen_ai.response.finish_reasons", "$ai_stop_reason", Reading.FIRST),
            new Row("gen_ai.response.time_to_first_chunk", "$ai_time_to_first_token", Reading.NUMBER),
            new Row("gen_ai.request.temperature", "$ai_temperature", Reading.NUMBER),
            new Row("gen_ai.request.max_tokens", "$ai_max_tokens", Reading.NUMBER),
            new Row("gen_ai.request.stream", "$ai_stream", Reading.AS_SENT),
            new Row("llm.is_streaming", "$ai_stream", Reading.AS_SENT),
            new Row("gen_ai.prompt.name", "$ai_prompt_name", Reading.AS_SENT),
            new Row("server.address", "$ai_base_url", Reading.AS_SENT),
            new Row("http.response.status_code", "$ai_http_status", Reading.NUMBER),
            new Row("error.type", "$ai_error", Reading.AS_SENT),
            new Row("telemetry.sdk.name", "$ai_lib", Reading.AS_SENT),
            new Row("telemetry.sdk.version", "$ai_lib_version", Reading.AS_SENT));

    private static final String CACHED_APART = "$ai_cache_reporting_exclusive";

    /** One attribute and the property it becomes. */
    record Row(String attribute, String property, Reading reading) {}

    private GenAiAttributes() {}

    /** Moves what the table names; a property that the client named itself stays, and so does the attribute then. */
    static void rename(ObjectNode properties) {
        TABLE.forEach(row -> move(row, properties));
        if (!properties.has("$ai_span_name")) {
            properties.set("$ai_span_name", properties.get("$otel_span_name"));
        }
        // The conventions count cached tokens within the input, whoever the provider is.
        if (properties.has("$ai_cache_read_input_tokens") && !properties.has(CACHED_APART)) {
            properties.put(CACHED_APART, false);
        }
    }

    private static void move(Row row, ObjectNode properties) {
        JsonNode value = properties.path(row.attribute());
        if (!JsonShape.absent(value) && !properties.hasNonNull(row.property())) {
            properties.remove(row.attribute());
            properties.set(row.property(), row.reading().of(value));
        }
    }
}
