package dev.sightline.signals.scout.projection;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import dev.sightline.event.EventCaptured;
import dev.sightline.json.Json;
import dev.sightline.signals.scout.projection.Broker.Told;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestServers;
import dev.sightline.time.UuidV7;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Figures of PERFORMANCE.md: {@code mvn test -Dtest=ProjectionBench -Dbench=true}. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
@EnabledIfSystemProperty(named = "bench", matches = "true")
class ProjectionBench {

    private static final int MESSAGES = 60_000;
    private static final int PROJECTS = 20;
    private static final int NOW = 600;
    private static final int ALL_DAY = 86_400;
    private static final String COUNTED =
            "select coalesce(sum(h), 0)::bigint as calls from scout_counter, unnest(hours) as h"
                    + " where project_id = any ($1::int[]) and kind = 'llm.calls'";

    @Inject
    KafkaClientService kafka;

    @Inject
    Pool pool;

    @Test
    void consumer() {
        Integer[] projects = IntStream.range(0, PROJECTS)
                .mapToObj(i -> TestDirectory.newProject().id())
                .toArray(Integer[]::new);
        Broker.send(calls(projects, 2_000, ALL_DAY));
        awaitCounted(projects, 2_000);
        measure("as they happen", projects, NOW);
        measure("spread over 17 hours", projects, ALL_DAY);
    }

    private void measure(String what, Integer[] projects, int seconds) {
        long before = counted(projects);
        kafka.getConsumer("scout-events").pause().await().indefinitely();
        Broker.send(calls(projects, MESSAGES, seconds));
        System.out.printf("BENCH raw consumer %.0f/s%n", raw());
        double cpu = cpuSeconds();
        long start = System.nanoTime();
        kafka.getConsumer("scout-events").resume().await().indefinitely();
        awaitCounted(projects, before + MESSAGES);
        System.out.printf(
                "BENCH projections of messages %s %.0f/s, CPU of the process %.0f us a message%n",
                what, MESSAGES / ((System.nanoTime() - start) / 1e9), (cpuSeconds() - cpu) * 1e6 / MESSAGES);
    }

    private static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    private void awaitCounted(Integer[] projects, long expected) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> counted(projects) >= expected);
    }

    private long counted(Integer[] projects) {
        return pool.preparedQuery(COUNTED)
                .execute(Tuple.of((Object) projects))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong("calls");
    }

    private static List<Told> calls(Integer[] projects, int count, int seconds) {
        return IntStream.range(0, count)
                .mapToObj(i -> call(projects[i % PROJECTS], i, seconds))
                .toList();
    }

    private static Told call(int project, int number, int seconds) {
        ObjectNode properties = (ObjectNode) Json.tree(Map.of(
                "$ai_model",
                "model-" + number % 3,
                "$ai_latency",
                0.2 + number % 100 / 10.0,
                "$ai_total_cost_usd",
                0.01,
                "$ai_input",
                "What was asked, at some length. ".repeat(20)));
        Instant at = Instant.now().minusSeconds(number % seconds);
        EventCaptured event = new EventCaptured(
                project, UuidV7.next(), "$ai_generation", "person-" + number % 500, at, at, properties);
        return Told.of(event.uuid(), project + ":" + event.distinctId(), event);
    }

    /** Messages a second that a plain consumer reads of the same topic and does nothing with. */
    private static double raw() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", TestServers.get().bootstrapServers(), "max.poll.records", 2_000);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("events.captured").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long start = System.nanoTime();
            long read = 0;
            while (read < end) {
                read += consumer.poll(Duration.ofMillis(100)).count();
            }
            return read / ((System.nanoTime() - start) / 1e9);
        }
    }
}
