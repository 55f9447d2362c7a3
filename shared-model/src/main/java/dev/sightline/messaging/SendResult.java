package dev.sightline.messaging;

import java.util.Set;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnsupportedForMessageFormatException;

/** What became of a record that was handed to the broker. */
sealed interface SendResult {

    /** Stored by the broker. */
    record Acknowledged() implements SendResult {}

    /** The broker will never take it: sending it again changes nothing. */
    record Refused(Throwable reason) implements SendResult {}

    /** Not stored as far as we know; a later attempt may succeed. */
    record Failed(Throwable cause) implements SendResult {}

    Set<Class<? extends Throwable>> REFUSALS = Set.of(
            RecordTooLargeException.class,
            InvalidTopicException.class,
            InvalidRecordException.class,
            UnsupportedForMessageFormatException.class);

    static SendResult of(Throwable failure) {
        if (failure == null) {
            return new Acknowledged();
        }
        return REFUSALS.contains(failure.getClass()) ? new Refused(failure) : new Failed(failure);
    }
}
