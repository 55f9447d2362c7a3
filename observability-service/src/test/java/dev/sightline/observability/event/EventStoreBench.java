package dev.sightline.observability.event;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.EventCaptured;
import dev.sightline.event.MessageType;
import dev.sightline.json.Json;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestServers;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Events per second from a filled topic into the store, first and again, beside what Postgres does with the same rows at
 * its fastest: {@code mvn test -Dtest=EventStoreBench -Dbench=true}.
 */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
@EnabledIfSystemProperty(named = "bench", matches = "true")
class EventStoreBench {

    private static final int EVENTS = Integer.getInteger("events", 100_000);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Instant NOW = Timestamps.micros(Instant.now());
    private static final String TYPE =
            EventCaptured.class.getAnnotation(MessageType.class).value();

    private final int project = TestDirectory.newProject().id();

    private Figure figure;

    @Inject
    KafkaClientService clients;

    @Inject
    MeterRegistry metrics;

    @Inject
    DataSource database;

    @Test
    void measure() throws Exception {
        List<EventCaptured> events = events();
        figure = new Figure(database);
        List<EventRow> rows = events.stream().map(EventRow::of).toList();
        try (CopyBaseline baseline = new CopyBaseline(database)) {
            baseline.warmUp(rows.subList(0, EVENTS / 10));
            figure.print("COPY", EVENTS, () -> baseline.copy(rows));
            figure.print("staged INSERT ... ON CONFLICT", EVENTS, () -> baseline.staged(rows));
            figure.print("the same again", EVENTS, () -> baseline.staged(rows));
        }
        pass("capture to store", "sightline.events.stored", events);
        pass("replay", "sightline.events.repeated", events);
    }

    private void pass(String what, String counter, List<EventCaptured> events) throws Exception {
        var consumer = clients.getConsumer("event-store");
        consumer.pause().await().indefinitely();
        send(events);
        double before = metrics.counter(counter).count();
        figure.print(what, EVENTS, () -> {
            consumer.resume().await().indefinitely();
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> metrics.counter(counter).count() >= before + EVENTS);
        });
    }

    private static void send(List<EventCaptured> events) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", TestServers.get().bootstrapServers(), "linger.ms", 20, "compression.type", "lz4");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            events.forEach(event -> producer.send(record(event)));
        }
    }

    private static ProducerRecord<String, byte[]> record(EventCaptured event) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                "events.captured",
                event.projectId() + ":" + event.distinctId(),
                Json.write(event).getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_id", event.uuid().toString().getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", TYPE.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private List<EventCaptured> events() {
        Random random = new Random(7);
        List<EventCaptured> events = new ArrayList<>(EVENTS);
        for (int i = 0; i < EVENTS; i++) {
            events.add(new EventCaptured(
                    project,
                    UuidV7.next(),
                    i % 10 == 0 ? "$ai_generation" : "$pageview",
                    "d" + random.nextInt(1000),
                    NOW.minusMillis(random.nextInt(1_000_000)),
                    NOW,
                    properties(i, random)));
        }
        return events;
    }

    /** About 900 bytes, as a page view of posthog-js has; every tenth event is a model call with a conversation. */
    private static ObjectNode properties(int i, Random random) {
        ObjectNode properties = Json.mapper().createObjectNode();
        properties.put("$session_id", "session-" + i / 20).put("$current_url", "https://shop.example/page/" + i % 300);
        properties
                .put("$browser", "Chrome")
                .put("$browser_version", 153)
                .put("$os", "Linux")
                .put("$lib", "web");
        for (int n = 0; n < 20; n++) {
            properties.put("property_" + n, Long.toString(random.nextLong(), 36));
        }
        if (i % 10 == 0) {
            properties.put("$ai_model", "gpt-4o").put("$ai_input_tokens", 10);
            properties.putArray("$ai_input").addObject().put("role", "user").put("content", "question ".repeat(100));
        }
        return properties;
    }
}
