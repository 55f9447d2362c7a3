package dev.sightline.capture;

import java.util.Locale;

/**
 * An ingestion request as it arrived.
 *
 * @param body never null; nobody changes it
 */
public record CaptureRequest(UrlForm query, CaptureHeaders headers, byte[] body) {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String BEARER = "Bearer ";

    boolean declaresForm() {
        String type = headers.get("Content-Type");
        return type != null && FORM.equalsIgnoreCase(type.trim());
    }

    /** The content type without its parameters, in lower case; empty for none. */
    public String mediaType() {
        String type = headers.get("Content-Type");
        return type == null ? "" : type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    Compression contentEncoding() {
        return Compression.of(headers.get("Content-Encoding"));
    }

    /** The token of the {@code Authorization} header, or null. */
    public String bearer() {
        String value = headers.get("Authorization");
        boolean bearer = value != null && value.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer ? value.substring(BEARER.length()) : null;
    }

    /** Whether the body is likely to grow when it is read: by its first bytes, else by what the header says. */
    public boolean isPacked() {
        return Unpacking.isGzip(body) || contentEncoding().packs();
    }

    /** Whether a browser sent it while leaving the page: then the answer is 204 without a body. */
    public boolean beacon() {
        return "1".equals(query.get("beacon"));
    }
}
