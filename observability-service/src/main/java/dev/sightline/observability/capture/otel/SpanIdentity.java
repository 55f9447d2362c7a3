package dev.sightline.observability.capture.otel;

import dev.sightline.capture.CaptureRefused;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The ids of a span, in lower-case hex.
 *
 * @param parent null for the first span of a trace
 */
record SpanIdentity(String trace, String span, String parent) {

    private static final Pattern TRACE = Pattern.compile("(?!0{32})[0-9a-f]{32}");
    private static final Pattern SPAN = Pattern.compile("(?!0{16})[0-9a-f]{16}");

    /**
     * Ids in hex of either case.
     *
     * @throws CaptureRefused if the trace's or the span's is none, or the parent's is neither one nor empty
     */
    static SpanIdentity of(String trace, String span, String parent) {
        return new SpanIdentity(
                checked("traceId", trace, TRACE),
                checked("spanId", span, SPAN),
                absent(parent) ? null : checked("parentSpanId", parent, SPAN));
    }

    private static boolean absent(String parent) {
        return parent == null || parent.isEmpty() || parent.equals("0".repeat(parent.length()));
    }

    private static String checked(String name, String id, Pattern form) {
        String hex = id == null ? "" : id.toLowerCase(Locale.ROOT);
        if (!form.matcher(hex).matches()) {
            throw CaptureRefused.unreadable("span has an invalid " + name);
        }
        return hex;
    }
}
