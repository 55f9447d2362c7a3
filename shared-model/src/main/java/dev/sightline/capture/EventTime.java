package dev.sightline.capture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.time.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * When an event happened, by the server's clock (spec/platform.md B.2): the client's {@code timestamp} moved by how far
 * its {@code sent_at} is from the arrival, or the arrival less {@code offset}, or the arrival. A time more than a day
 * ahead is a broken clock and reads as the arrival.
 */
final class EventTime {

    private static final int FIRST_CREDIBLE_YEAR = 2020;
    private static final Duration AHEAD = Duration.ofDays(1);

    private EventTime() {}

    static Instant of(ObjectNode event, Instant sentAt, Instant now) {
        Instant time = claimed(event, sentAt, now);
        return time.isAfter(now.plus(AHEAD)) ? now : time;
    }

    private static Instant claimed(ObjectNode event, Instant sentAt, Instant now) {
        Instant stamp = instant(event.path("timestamp"));
        if (stamp != null) {
            boolean trusted = sentAt == null
                    || event.path("properties").path("$ignore_sent_at").asBoolean(false);
            return Timestamps.micros(trusted ? stamp : now.plus(Duration.between(sentAt, stamp)));
        }
        JsonNode offset = event.path("offset");
        return offset.isIntegralNumber() && offset.canConvertToInt() ? now.minusMillis(offset.intValue()) : now;
    }

    /** The instant an ISO text stands for, or null. */
    static Instant instant(JsonNode text) {
        return text.isTextual() ? Timestamps.parse(text.textValue()).orElse(null) : null;
    }

    /** When a client says it sent the request: ISO text or, in a query, milliseconds; null if it is not credible. */
    static Instant sentAt(JsonNode text, UrlForm query) {
        Instant said = instant(text);
        return credible(said == null ? millis(query.first("_", "sent_at")) : said);
    }

    private static Instant millis(String text) {
        try {
            return text == null ? null : Instant.ofEpochMilli(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Instant credible(Instant said) {
        return said == null || said.atOffset(ZoneOffset.UTC).getYear() < FIRST_CREDIBLE_YEAR ? null : said;
    }
}
