package dev.sightline.messaging;

import dev.sightline.event.Topic;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of Sightline and their dead-letter queues, as Kafka is asked to create them. */
record TopicCatalogue(TopicSettings settings) {

    /** A letter is a message and a few headers more. */
    private static final int LETTER_EXTRA_BYTES = 65_536;

    Set<NewTopic> topics() {
        return Stream.of(Topic.values())
                .flatMap(topic -> Stream.of(queue(topic), deadLetters(topic)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private NewTopic queue(Topic topic) {
        int partitions = settings.partitionsOf().getOrDefault(topic.topicName(), settings.partitions());
        return new NewTopic(topic.topicName(), Optional.of(partitions), settings.replicationFactor())
                .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(settings.maxMessageBytes())));
    }

    private NewTopic deadLetters(Topic topic) {
        return new NewTopic(topic.deadLetters(), Optional.of(1), settings.replicationFactor())
                .configs(Map.of(
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        String.valueOf(settings.maxMessageBytes() + LETTER_EXTRA_BYTES),
                        TopicConfig.RETENTION_MS_CONFIG,
                        String.valueOf(settings.deadLetterRetention().toMillis())));
    }
}
