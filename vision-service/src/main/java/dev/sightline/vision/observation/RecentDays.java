package dev.sightline.vision.observation;

import jakarta.ws.rs.core.UriInfo;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** The window {@code recent_days} of a request: what makes no sense is the default, what is out of bounds is cut. */
final class RecentDays {

    private static final int DEFAULT = 14;
    private static final int MAX = 365;
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,100}");

    private RecentDays() {}

    static int of(UriInfo uri) {
        String text = uri.getQueryParameters().getFirst("recent_days");
        return text == null ? DEFAULT : of(text.trim());
    }

    static int of(String text) {
        return WHOLE.matcher(text).matches()
                ? new BigInteger(text)
                        .max(BigInteger.ONE)
                        .min(BigInteger.valueOf(MAX))
                        .intValue()
                : DEFAULT;
    }
}
