package dev.sightline.testing;

import dev.sightline.event.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Topics for one test, each with its dead-letter queue. */
public final class TestTopics {

    private TestTopics() {}

    /** Creates a topic with a name nobody else uses. */
    public static String create(String prefix, int partitions) {
        String topic = prefix + "." + UUID.randomUUID();
        create(List.of(
                new NewTopic(topic, Optional.of(partitions), Optional.empty()),
                new NewTopic(Topic.deadLettersOf(topic), Optional.of(1), Optional.empty())));
        return topic;
    }

    private static void create(List<NewTopic> topics) {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", TestServers.get().bootstrapServers()))) {
            admin.createTopics(topics).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
