package dev.sightline.messaging;

import dev.sightline.json.Json;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Messages as the parameters of {@link OutboxQueries#APPEND}: one array a column, and the trace they belong to. */
final class OutboxColumns {

    private OutboxColumns() {}

    static Object[] of(List<OutboxMessage> messages) {
        return new Object[] {
            column(messages, Lane::of, Short[]::new),
            column(messages, OutboxMessage::id, UUID[]::new),
            column(messages, OutboxMessage::topic, String[]::new),
            column(messages, OutboxMessage::key, String[]::new),
            column(messages, OutboxMessage::type, String[]::new),
            column(messages, message -> Json.write(message.payload()), String[]::new),
            traceparent()
        };
    }

    private static <T> T[] column(
            List<OutboxMessage> messages, Function<OutboxMessage, T> value, IntFunction<T[]> array) {
        return messages.stream().map(value).toArray(array);
    }

    /** The consumer's span becomes a child of the request's, however long the message waits. */
    private static String traceparent() {
        Map<String, String> carrier = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, Map::put);
        return carrier.get("traceparent");
    }
}
