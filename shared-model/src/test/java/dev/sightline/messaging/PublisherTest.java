package dev.sightline.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestTopics;
import dev.sightline.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class PublisherTest {

    @Inject
    Publisher publisher;

    @Test
    void aPublishedMessageIsStoredWhenTheCallCompletes() {
        String topic = TestTopics.create("edge", 1);

        RelayBench.await(publisher.publish(Note.messages(topic, "a", 3)));

        try (TopicReader reader = TopicReader.of(topic)) {
            List<ConsumerRecord<String, byte[]>> records = reader.records("a");
            assertEquals(3, records.size());
            assertEquals("sightline/sightline", Envelope.text(records.get(0).headers(), "ce_source"));
        }
    }

    @Test
    void aMessageThatIsTooLargeIsRefused() {
        String topic = TestTopics.create("edge", 1);
        OutboxMessage huge = Note.message(topic, new Note("a", 1, "x".repeat(36 << 20)));

        assertThrows(MessageRefusedException.class, () -> RelayBench.await(publisher.publish(List.of(huge))));
    }

    @Test
    void anUnknownTopicIsToldInTime() {
        OutboxMessage lost = Note.message("nobody.made.this", "a", 1);

        assertThrows(BrokerUnavailableException.class, () -> RelayBench.await(publisher.publish(List.of(lost))));
    }
}
