package dev.sightline.model.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** The header of RFC 9110, 10.2.3: seconds or a date. */
final class RetryAfter {

    private RetryAfter() {}

    /** Null where there is no header or no sense in it. */
    static Duration parse(String header) {
        if (header == null) {
            return null;
        }
        return header.strip().matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(header.strip())) : until(header);
    }

    private static Duration until(String date) {
        try {
            Instant then = ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(Instant.now(), then);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
