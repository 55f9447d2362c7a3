package dev.sightline.signals.processing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sightline.event.SignalEmitted;
import dev.sightline.json.Json;
import dev.sightline.model.Embedder;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

/** A second replica takes partitions of the topic over, dies in the middle of its records, and the first gets them back. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class TopicHandOverTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SIGNALS = 20;

    @Inject
    Embedder embedder;

    @Inject
    Pool pool;

    @Test
    void recordsThatWereNotAcknowledgedComeAgainAndCountOnce() {
        Stored stored;
        try (SecondReplica dying = new SecondReplica(embedder, Duration.ofMillis(100));
                Consumer<String, byte[]> consumer = member()) {
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(100));
                return !consumer.assignment().isEmpty();
            });
            int project = projectOf(consumer);
            stored = new Stored(pool, project);
            EmittedRecords.send(EmittedRecords.of(signals(project)));

            List<SignalEmitted> polled = poll(consumer, project);
            dying.intake.take(polled.subList(0, SIGNALS / 2)).await().indefinitely();
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertEquals(SIGNALS, stored.signals()));
        assertEquals(SIGNALS, stored.distinctSources());
        assertEquals(0, stored.waiting());
        assertEquals(0, stored.miscounted());
    }

    /** A member of the service's own group, which acknowledges nothing. */
    private static Consumer<String, byte[]> member() {
        Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        TestServers.get().bootstrapServers(),
                        "group.id",
                        "sightline-signals",
                        "enable.auto.commit",
                        false,
                        "partition.assignment.strategy",
                        CooperativeStickyAssignor.class.getName()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(EmittedRecords.TOPIC));
        return consumer;
    }

    /** A project whose signals come to this member. */
    private static int projectOf(Consumer<String, byte[]> consumer) {
        int partitions = consumer.partitionsFor(EmittedRecords.TOPIC).size();
        return Stream.generate(() -> TestDirectory.newProject().id())
                .filter(id -> consumer.assignment()
                        .contains(new TopicPartition(EmittedRecords.TOPIC, partition(id, partitions))))
                .findFirst()
                .orElseThrow();
    }

    private static int partition(int project, int partitions) {
        byte[] key = String.valueOf(project).getBytes(UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    private static List<SignalEmitted> signals(int project) {
        return IntStream.range(0, SIGNALS)
                .mapToObj(i -> Emitted.finding(
                        project,
                        "observation:" + i,
                        "Dead click on 'Button %1$d' at /page-%1$d".formatted(i % 3),
                        0.01))
                .toList();
    }

    private static List<SignalEmitted> poll(Consumer<String, byte[]> consumer, int project) {
        List<SignalEmitted> polled = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                if (String.valueOf(project).equals(record.key())) {
                    polled.add(Json.read(new String(record.value(), UTF_8), SignalEmitted.class));
                }
            });
            return polled.size() >= SIGNALS;
        });
        return polled;
    }
}
