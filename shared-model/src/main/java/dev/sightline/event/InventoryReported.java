package dev.sightline.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * Another system says what a project has of something that Sightline does not keep itself, for the profile that scouts
 * start from.
 *
 * @param section for example {@code recent_feature_flags}
 * @param content all of the section, in the place of what was told before
 * @param reportedAt when it was so; of two messages the later one counts
 */
@MessageType(value = "dev.sightline.scout.inventory.reported.v1", topic = Topic.SCOUTS_INVENTORY)
public record InventoryReported(int projectId, String section, JsonNode content, Instant reportedAt) {

    /** JSON's null reads as a node; nothing is told then. */
    public InventoryReported {
        content = content == null || content.isNull() ? null : content;
    }
}
