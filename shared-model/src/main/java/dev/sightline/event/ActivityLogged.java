package dev.sightline.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        @Nullable String itemName,
        String activity,
        @Nullable Integer userId,
        @Nullable String client,
        ObjectNode detail,
        Instant at) {}
