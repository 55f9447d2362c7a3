package dev.sightline.messaging;

import dev.sightline.json.Json;
import java.util.List;
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
            Trace.parent()
        };
    }

    private static <T> T[] column(
            List<OutboxMessage> messages, Function<OutboxMessage, T> value, IntFunction<T[]> array) {
        return messages.stream().map(value).toArray(array);
    }
}
