package dev.sightline.observability.dataset;

import dev.sightline.api.ApiException;
import java.util.UUID;

/** Ids in paths. */
final class Ids {

    private Ids() {}

    /** The id; a text that is none is an object that is not there. */
    static UUID of(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ApiException.notFound();
        }
    }
}
