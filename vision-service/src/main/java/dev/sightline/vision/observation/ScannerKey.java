package dev.sightline.vision.observation;

import dev.sightline.api.ApiException;
import java.util.UUID;

/** The scanner a path names. */
public record ScannerKey(int projectId, UUID id) {

    /** The scanner of that id; a 404 if the text is no UUID, for then it names nothing that exists. */
    public static ScannerKey of(int projectId, String id) {
        return new ScannerKey(projectId, uuid(id));
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ApiException.notFound();
        }
    }
}
