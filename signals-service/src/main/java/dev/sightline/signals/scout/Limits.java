package dev.sightline.signals.scout;

import dev.sightline.api.ApiException;
import dev.sightline.api.Filters;

/** How much of a list is asked for. Scouts' lists have no pages. */
public final class Limits {

    private static final int DEFAULT = 20;
    private static final int MOST = 100;

    private Limits() {}

    /** The parameter {@code limit}, 1 to 100, 20 if it is absent; a 400 outside. */
    public static int of(Filters filters) {
        int limit = filters.integer("limit").orElse(DEFAULT);
        if (limit < 1) {
            throw ApiException.invalid("limit", "min_value", "Ensure this value is greater than or equal to 1.");
        }
        if (limit > MOST) {
            throw ApiException.invalid("limit", "max_value", "Ensure this value is less than or equal to 100.");
        }
        return limit;
    }
}
