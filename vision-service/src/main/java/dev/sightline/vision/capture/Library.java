package dev.sightline.vision.capture;

/** Which SDK recorded: what it says itself, else the first token of its user agent if that is one of ours, else web. */
final class Library {

    private static final String WEB = "web";

    private Library() {}

    static String of(String named, String userAgent) {
        return named == null ? ofAgent(userAgent) : named;
    }

    private static String ofAgent(String userAgent) {
        if (userAgent == null || !userAgent.contains("posthog")) {
            return WEB;
        }
        return userAgent.split("[/ ]", 2)[0];
    }
}
