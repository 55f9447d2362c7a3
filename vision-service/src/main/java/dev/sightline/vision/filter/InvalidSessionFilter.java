package dev.sightline.vision.filter;

import dev.sightline.api.ApiException;

/** A session filter that is malformed, or that asks for something that cannot be answered here. */
public final class InvalidSessionFilter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message a sentence for the person who sent the filter; it never repeats a value of it
     */
    InvalidSessionFilter(String message) {
        super(message, null, false, false);
    }

    /** The refusal of a request whose attribute the filter is. */
    public ApiException at(String attr) {
        return ApiException.invalid(attr, getMessage());
    }
}
