package dev.sightline.capture;

/** The headers of a request; names are found in any case. */
@FunctionalInterface
public interface CaptureHeaders {

    /** No headers. */
    CaptureHeaders NONE = name -> null;

    /** The first value, or null. */
    String get(String name);
}
