package dev.sightline.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.tools.ProducerPerformance;

/** kafka-producer-perf-test with records of the same size, acknowledged by all replicas as ours are. */
final class Baseline {

    private static final String TOPIC = "load";
    private static final int PARTITIONS = 8;
    private static final int PROBE = 5_000;

    private final String broker;

    Baseline(String broker) throws ExecutionException, InterruptedException {
        this.broker = broker;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
        }
    }

    /** As many records as fill about the time. */
    Figure during(Duration time) throws Exception {
        Figure probe = records(PROBE);
        double rate = PROBE / (probe.elapsed().toNanos() / 1e9);
        return records(Math.round(rate * time.toSeconds()));
    }

    Figure records(long count) throws Exception {
        long start = System.nanoTime();
        ProducerPerformance.main(new String[] {
            "--topic",
            TOPIC,
            "--num-records",
            Long.toString(count),
            "--record-size",
            Integer.toString(Recording.SIZE),
            "--throughput",
            "-1",
            "--producer-props",
            "bootstrap.servers=" + broker,
            "acks=all"
        });
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        return new Figure(count, count * Recording.SIZE, elapsed, null);
    }
}
