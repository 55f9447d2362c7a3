package dev.sightline.activity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.ActivityLogged;
import dev.sightline.json.Json;
import dev.sightline.messaging.OutboxMessage;
import dev.sightline.time.UuidV7;
import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to a thing of a project.
 *
 * @param scope the kind of thing, for example {@code SignalReport}
 * @param what {@code created}, {@code updated} or {@code deleted}
 * @param detail what changed, as it is to be read in the log
 */
public record Activity(
        int projectId, String scope, Object itemId, String itemName, String what, Map<String, ?> detail) {

    public static final String CREATED = "created";
    public static final String UPDATED = "updated";
    public static final String DELETED = "deleted";

    /** The log's message about it. */
    OutboxMessage by(Actor actor, Instant at) {
        ObjectNode changes = (ObjectNode) Json.tree(detail);
        return OutboxMessage.of(
                String.valueOf(projectId),
                new ActivityLogged(
                        projectId,
                        UuidV7.next(),
                        scope,
                        itemId.toString(),
                        itemName,
                        what,
                        actor.userId(),
                        actor.client(),
                        changes,
                        at));
    }
}
