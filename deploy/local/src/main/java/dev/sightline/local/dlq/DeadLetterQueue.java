package dev.sightline.local.dlq;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** One queue, read as the consumer group that remembers which letters were sent back. */
final class DeadLetterQueue implements AutoCloseable {

    private static final String GROUP = "sightline-dlq-replay";

    /** A single larger letter still comes. */
    private static final int FETCH_BYTES = 4 * 1024 * 1024;

    private static final Duration POLL = Duration.ofMillis(500);

    private final String source;
    private final String servers;
    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> end;

    DeadLetterQueue(String servers, String name, String source) {
        this.servers = servers;
        this.source = source;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        GROUP,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(name).stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList());
        this.end = consumer.endOffsets(consumer.assignment());
    }

    Waiting waiting() {
        long letters = end.entrySet().stream()
                .mapToLong(last -> last.getValue() - consumer.position(last.getKey()))
                .sum();
        return letters == 0 ? new Waiting(source, 0, "-", "-") : waiting(letters);
    }

    private Waiting waiting(long letters) {
        end.forEach((partition, last) -> consumer.seek(partition, Math.max(consumer.position(partition), last - 1)));
        Letter newest =
                remaining().stream().max(Comparator.comparing(Letter::time)).orElseThrow();
        return new Waiting(source, letters, newest.time(), newest.reason());
    }

    /** All letters from the current positions to the end there was when the queue was opened. */
    private List<Letter> remaining() {
        List<Letter> letters = new ArrayList<>();
        while (isBeforeEnd()) {
            letters.addAll(next());
        }
        return letters;
    }

    Replayed replay() {
        List<String> references = new ArrayList<>();
        long sent = 0;
        try (Resending resending = new Resending(servers, source)) {
            while (isBeforeEnd()) {
                List<Letter> letters = next();
                sent += resending.send(letters);
                letters.stream()
                        .filter(Letter::isReference)
                        .map(Letter::reference)
                        .forEach(references::add);
                consumer.commitSync();
            }
        }
        return new Replayed(sent, references);
    }

    private boolean isBeforeEnd() {
        return end.entrySet().stream().anyMatch(last -> consumer.position(last.getKey()) < last.getValue());
    }

    private List<Letter> next() {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        return StreamSupport.stream(records.spliterator(), false)
                .map(Letter::new)
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
