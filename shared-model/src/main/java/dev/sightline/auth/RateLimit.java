package dev.sightline.auth;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** So many requests in so much time. */
record RateLimit(int requests, Duration window) {

    private static final Map<String, Duration> UNITS = Map.of(
            "second", Duration.ofSeconds(1),
            "minute", Duration.ofMinutes(1),
            "hour", Duration.ofHours(1),
            "day", Duration.ofDays(1));

    /** The limits of a text like {@code 480/minute,4800/hour}; none of {@code off}. */
    static List<RateLimit> parse(String text) {
        return text.isBlank() || text.equals("off")
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(RateLimit::one).toList();
    }

    private static RateLimit one(String text) {
        String[] parts = text.trim().split("/", -1);
        if (parts.length != 2 || !parts[0].matches("[1-9][0-9]{0,6}") || !UNITS.containsKey(parts[1])) {
            throw new IllegalArgumentException("\"" + text + "\" is no rate limit; write for example 480/minute");
        }
        return new RateLimit(Integer.parseInt(parts[0]), UNITS.get(parts[1]));
    }
}
