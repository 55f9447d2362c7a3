package dev.sightline.testing;

import static org.awaitility.Awaitility.await;

import dev.sightline.event.ActivityLogged;
import dev.sightline.event.Topic;
import dev.sightline.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Reads what the activity log says of things. */
public final class ActivityLogReader {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private ActivityLogReader() {}

    /** What happened to a thing, in its order, as soon as this much is known. */
    public static List<ActivityLogged> of(int projectId, String itemId, int least) {
        try (TopicReader topic = TopicReader.of(Topic.ACTIVITY)) {
            return await().atMost(PATIENCE).until(() -> of(topic, projectId, itemId), logged -> logged.size() >= least);
        }
    }

    private static List<ActivityLogged> of(TopicReader topic, int projectId, String itemId) {
        return topic.records(String.valueOf(projectId)).stream()
                .map(record -> Json.read(new String(record.value(), StandardCharsets.UTF_8), ActivityLogged.class))
                .filter(logged -> logged.itemId().equals(itemId))
                .toList();
    }
}
