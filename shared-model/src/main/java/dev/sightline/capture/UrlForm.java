package dev.sightline.capture;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** URL-encoded pairs, of a query or of a form body. Of a repeated name the first value counts. */
public record UrlForm(Map<String, String> values) {

    /** No pairs. */
    public static final UrlForm EMPTY = new UrlForm(Map.of());

    private static final Pattern FIRST_PAIR = Pattern.compile("[\\w.%+$-]+=");

    /**
     * Reads {@code a=1&b=2}; null reads as empty.
     *
     * @throws CaptureRefused if a percent escape is broken
     */
    public static UrlForm parse(String text) {
        if (text == null || text.isEmpty()) {
            return EMPTY;
        }
        Map<String, String> values = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            values.putIfAbsent(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return new UrlForm(Map.copyOf(values));
    }

    static boolean looksLike(String text) {
        return FIRST_PAIR.matcher(text).lookingAt();
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw CaptureRefused.unreadable("broken percent escape");
        }
    }

    /** The value, or null if the name is absent or its value empty. */
    public String get(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** The first of the names that has a value, or null. */
    public String first(String name, String otherwise) {
        String value = get(name);
        return value == null ? get(otherwise) : value;
    }
}
