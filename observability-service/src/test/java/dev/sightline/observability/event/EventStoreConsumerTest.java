package dev.sightline.observability.event;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.event.EventCaptured;
import dev.sightline.json.Json;
import dev.sightline.messaging.EncodedMessage;
import dev.sightline.messaging.OutboxMessage;
import dev.sightline.messaging.Publisher;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TopicReader;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class EventStoreConsumerTest {

    private static final Instant NOW = Timestamps.micros(Instant.now());

    @Inject
    Publisher publisher;

    @Inject
    EventStore store;

    @Test
    void putsPoisonAsideAndStoresItsNeighbours() {
        int project = TestDirectory.newProject().id();
        String key = project + ":d";
        EventCaptured before = event(project, "before");
        EventCaptured nul = event(project, "\0");
        EventCaptured after = event(project, "after");
        byte[] prose = "not an event".getBytes(StandardCharsets.UTF_8);

        publisher
                .publish(List.of(OutboxMessage.of(key, before), OutboxMessage.of(key, nul)))
                .chain(() -> publisher.publishEncoded(
                        List.of(EncodedMessage.of(UuidV7.next(), key, EventCaptured.class, prose))))
                .chain(() -> publisher.publish(List.of(OutboxMessage.of(key, after))))
                .await()
                .indefinitely();

        await().until(() -> stored(before) && stored(after));
        try (TopicReader letters = TopicReader.of("events.captured.dlq")) {
            await().untilAsserted(() -> assertEquals(2, letters.records(key).size()));
        }
    }

    private boolean stored(EventCaptured event) {
        EventKey key = new EventKey(
                event.projectId(),
                event.event(),
                event.uuid(),
                NOW.atOffset(ZoneOffset.UTC).toLocalDate());
        return store.find(key).await().indefinitely().isPresent();
    }

    private static EventCaptured event(int project, String name) {
        return new EventCaptured(
                project, UuidV7.next(), name, "d", NOW, NOW, Json.mapper().createObjectNode());
    }
}
