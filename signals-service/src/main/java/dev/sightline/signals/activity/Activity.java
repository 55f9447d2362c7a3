package dev.sightline.signals.activity;

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

    /** The log's message about it. */
    public OutboxMessage by(Actor actor, Instant at) {
        return message(actor.userId(), actor.client(), at);
    }

    /** The same for what nobody did by hand. */
    public OutboxMessage bySystem(Instant at) {
        return message(null, null, at);
    }

    private OutboxMessage message(Integer userId, String client, Instant at) {
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
                        userId,
                        client,
                        changes,
                        at));
    }
}
