package dev.sightline.signals.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.time.UuidV7;
import java.util.Map;
import java.util.UUID;

/**
 * An artefact to be appended.
 *
 * @param content as its type prescribes
 */
public record NewArtefact(UUID id, UUID reportId, ArtefactType type, JsonNode content, Author author) {

    /** An artefact with a fresh identity. */
    public static NewArtefact of(UUID reportId, ArtefactType type, JsonNode content, Author author) {
        return new NewArtefact(UuidV7.next(), reportId, type, content, author);
    }

    /** What the system found out itself. */
    public static NewArtefact bySystem(UUID reportId, ArtefactType type, JsonNode content) {
        return of(reportId, type, content, Author.SYSTEM);
    }

    /** What the system has to say. */
    public static NewArtefact note(UUID reportId, String text) {
        return bySystem(
                reportId,
                ArtefactType.NOTE,
                Json.mapper().createObjectNode().put("note", text).putNull("author"));
    }

    /** That a report is about the same thing as another one (DECISIONS 50). */
    public static NewArtefact relatedTo(UUID reportId, UUID other) {
        return bySystem(reportId, ArtefactType.RELATED_TO, Json.tree(Map.of("report_id", other)));
    }
}
