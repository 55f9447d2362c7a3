package dev.sightline.observability.hog.vm;

/** An error as a value: what {@code Error('text')} makes and {@code throw} takes. */
public record ErrorValue(String type, String message, Object payload) {

    private static final String DEFAULT_TYPE = "Error";
    private static final String DEFAULT_MESSAGE = "An error occurred";

    public ErrorValue {
        type = isBlank(type) ? DEFAULT_TYPE : type;
        message = isBlank(message) ? DEFAULT_MESSAGE : message;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isEmpty();
    }
}
