package dev.sightline.capture;

/**
 * An ingestion request as it arrived.
 *
 * @param contentType the header, or null
 * @param contentEncoding the header, or null
 * @param userAgent the header, or null
 * @param body never null; nobody changes it
 */
public record CaptureRequest(UrlForm query, String contentType, String contentEncoding, String userAgent, byte[] body) {

    private static final String FORM = "application/x-www-form-urlencoded";

    boolean declaresForm() {
        return contentType != null && FORM.equalsIgnoreCase(contentType.trim());
    }

    /** Whether the body itself is gzip, whatever the headers say. */
    public boolean isGzip() {
        return Gzip.isMagic(body);
    }

    /** Whether a browser sent it while leaving the page: then the answer is 204 without a body. */
    public boolean beacon() {
        return "1".equals(query.get("beacon"));
    }
}
