package dev.sightline.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody changed something (spec/platform.md A.10).
 *
 * @param scope the kind of thing, for example {@code ReplayScanner}
 * @param activity {@code created}, {@code updated} or {@code deleted}
 * @param userId null for the system
 */
@MessageType(value = "dev.sightline.activity.logged.v1", topic = Topic.ACTIVITY_LOGGED)
public record ActivityLogged(
        int projectId,
        UUID activityId,
        String scope,
        String itemId,
        String itemName,
        String activity,
        Integer userId,
        String client,
        ObjectNode detail,
        Instant at) {}
