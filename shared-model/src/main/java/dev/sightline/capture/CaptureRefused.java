package dev.sightline.capture;

/**
 * An ingestion request that is not taken. The status and the plain-text reason are the answer; SDKs treat 4xx as final
 * and send again on 503 (spec/platform.md B.2).
 */
public final class CaptureRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_LARGE = 413;
    private static final int UNSUPPORTED = 415;
    private static final int UNAVAILABLE = 503;

    private final int status;

    private CaptureRefused(int status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    /** The HTTP status to answer. */
    public int status() {
        return status;
    }

    /** Neither the body nor the query holds anything, or an empty list of events. */
    public static CaptureRefused noEvent() {
        return invalid("request holds no event");
    }

    /** The bytes are not what the request says they are, or not JSON. */
    public static CaptureRefused unreadable(String why) {
        return invalid("failed to parse request: " + why);
    }

    /** The request breaks a rule that the reason names. */
    public static CaptureRefused invalid(String reason) {
        return new CaptureRefused(BAD_REQUEST, reason);
    }

    /** The project token is missing, inconsistent or malformed. */
    public static CaptureRefused unauthorized(String reason) {
        return new CaptureRefused(UNAUTHORIZED, reason);
    }

    /** The body is in a form that these routes do not read. */
    public static CaptureRefused unsupported(String reason) {
        return new CaptureRefused(UNSUPPORTED, reason);
    }

    /** The body, what it unpacks to, or one event in it is larger than configured. */
    public static CaptureRefused tooLarge() {
        return new CaptureRefused(TOO_LARGE, "maximum event size exceeded");
    }

    /** The service cannot take the request now; the client keeps it and tries again. */
    public static CaptureRefused overloaded() {
        return new CaptureRefused(UNAVAILABLE, "transient error, please retry");
    }
}
