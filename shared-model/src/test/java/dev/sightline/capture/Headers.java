package dev.sightline.capture;

/** The two headers that say how a body is packed, either of them null for none. */
record Headers(String type, String encoding) implements CaptureHeaders {

    static CaptureHeaders of(String type, String encoding) {
        return new Headers(type, encoding);
    }

    @Override
    public String get(String name) {
        return switch (name) {
            case "Content-Type" -> type;
            case "Content-Encoding" -> encoding;
            default -> null;
        };
    }
}
