package dev.sightline.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.local.endtoend.LocalStack;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** OpenTelemetry's own SDK, which exports spans with the attributes of generative AI as protobuf. */
final class OpenTelemetrySdk {

    private final LocalStack stack;
    private final StoredEvents stored;

    OpenTelemetrySdk(LocalStack stack) {
        this.stack = stack;
        this.stored = new StoredEvents(stack.client());
    }

    Map<String, Runnable> scenarios() {
        return Map.of("spans with attributes of generative AI become a trace of AI events", this::tracesAnAnswer);
    }

    private void tracesAnAnswer() {
        String ada = StoredEvents.somebody();
        try (SdkTracerProvider provider = provider()) {
            answer(provider.get("kettle"), ada);
            assertTrue(provider.forceFlush().join(30, TimeUnit.SECONDS).isSuccess());
        }

        JsonNode generation = stored.await(ada, "$ai_generation", 1).get(0).path("properties");
        JsonNode span = stored.await(ada, "$ai_span", 1).get(0).path("properties");
        assertEquals(span.path("$ai_span_id"), generation.path("$ai_parent_id"));
        assertEquals(span.path("$ai_trace_id"), generation.path("$ai_trace_id"));
        assertEquals("gpt-kettle-1", generation.path("$ai_model").asText());
        assertEquals(21, generation.path("$ai_input_tokens").asInt());
        assertEquals(7, generation.path("$ai_output_tokens").asInt());
        assertTrue(generation.path("$ai_latency").isNumber(), generation.toString());
    }

    private static void answer(Tracer tracer, String person) {
        Span agent = tracer.spanBuilder("answer a customer")
                .setAttribute("posthog.distinct_id", person)
                .startSpan();
        tracer.spanBuilder("chat gpt-kettle")
                .setParent(Context.current().with(agent))
                .setAttribute("posthog.distinct_id", person)
                .setAttribute("gen_ai.operation.name", "chat")
                .setAttribute("gen_ai.request.model", "gpt-kettle")
                .setAttribute("gen_ai.response.model", "gpt-kettle-1")
                .setAttribute("gen_ai.usage.input_tokens", 21)
                .setAttribute("gen_ai.usage.output_tokens", 7)
                .startSpan()
                .end();
        agent.end();
    }

    private SdkTracerProvider provider() {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(stack.address() + "/i/v0/ai/otel")
                .addHeader("Authorization", "Bearer " + LocalStack.TOKEN)
                .setCompression("gzip")
                .build();
        return SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build();
    }
}
