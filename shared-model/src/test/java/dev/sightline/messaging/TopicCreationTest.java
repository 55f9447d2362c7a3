package dev.sightline.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.event.Topic;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestServers;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class TopicCreationTest {

    @Inject
    TopicCreation creation;

    TestServers servers;

    private Admin admin;

    @BeforeEach
    void open() {
        admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()));
    }

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void everyTopicAndItsDeadLettersAreThereAfterStart() throws Exception {
        Set<String> names = admin.listTopics().names().get();

        for (Topic topic : Topic.values()) {
            assertTrue(names.containsAll(Set.of(topic.topicName(), topic.deadLetters())), topic::topicName);
        }
        assertEquals(8, partitions(Topic.SNAPSHOTS));
        assertEquals(1, partitions(Topic.deadLettersOf(Topic.SNAPSHOTS)));
        assertEquals("33554432", setting(Topic.SNAPSHOTS, "max.message.bytes"));
        assertEquals("33619968", setting(Topic.deadLettersOf(Topic.SNAPSHOTS), "max.message.bytes"));
        assertEquals("2592000000", setting(Topic.deadLettersOf(Topic.SNAPSHOTS), "retention.ms"));
    }

    @Test
    void aSecondStartLeavesThemAsTheyAre() throws Exception {
        try (LogLines complaints = new LogLines(TopicCreation.class)) {
            creation.start(new StartupEvent());

            assertEquals(0, complaints.count(""));
        }
        assertEquals(8, partitions(Topic.SNAPSHOTS));
    }

    private int partitions(String topic) throws Exception {
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions()
                .size();
    }

    private String setting(String topic, String name) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        return config.get(name).value();
    }
}
