package dev.sightline.messaging;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.Map;

/** The trace that the running code belongs to. */
final class Trace {

    private Trace() {}

    /** Its W3C header, so that a consumer's span becomes its child however long the message waits; null without one. */
    static String parent() {
        Map<String, String> carrier = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, Map::put);
        return carrier.get("traceparent");
    }
}
