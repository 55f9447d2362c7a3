package dev.sightline.vision.recording;

import dev.sightline.api.ApiException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A recording's place in an ordered list, as clients hand it back.
 *
 * @param order with its direction
 */
record RecordingCursor(String order, BigDecimal position, String sessionId) {

    static final String ATTR = "after";

    private static final Pattern FORM =
            Pattern.compile("([a-z_]+ (?:ASC|DESC)) (-?[0-9]{1,18}(?:\\.[0-9]{1,40})?) ([^\0]{1,200})");

    static RecordingCursor parse(String text) {
        Matcher cursor = FORM.matcher(decoded(text));
        if (!cursor.matches()) {
            throw invalid();
        }
        return new RecordingCursor(cursor.group(1), new BigDecimal(cursor.group(2)), cursor.group(3));
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static ApiException invalid() {
        return ApiException.invalid(ATTR, "Not a cursor of this list.");
    }

    String text() {
        String plain = order + " " + position.toPlainString() + " " + sessionId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
