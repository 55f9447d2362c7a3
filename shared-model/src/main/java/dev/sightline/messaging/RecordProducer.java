package dev.sightline.messaging;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends records in the order they are given. Kafka's own send blocks while it does not know a topic or its buffer is
 * full, so it runs on a thread of its own here and no caller ever waits.
 */
final class RecordProducer implements AutoCloseable {

    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final Map<String, Object> settings;
    private final ExecutorService sender;
    private final AtomicReference<Producer<String, byte[]>> producer = new AtomicReference<>();

    RecordProducer(String name, Map<String, Object> settings) {
        this.settings = settings;
        this.sender = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Sends the records and tells what became of each, in their order. It never fails as a whole. After a record that
     * could not even be handed over, the later ones of its topic are left out, because they must not overtake it.
     */
    CompletableFuture<List<SendResult>> send(List<ProducerRecord<String, byte[]>> records) {
        return CompletableFuture.supplyAsync(() -> handOver(records), sender).thenCompose(RecordProducer::all);
    }

    private List<CompletableFuture<SendResult>> handOver(List<ProducerRecord<String, byte[]>> records) {
        Set<String> stuckTopics = new HashSet<>();
        return records.stream().map(record -> handOver(record, stuckTopics)).toList();
    }

    private CompletableFuture<SendResult> handOver(ProducerRecord<String, byte[]> record, Set<String> stuckTopics) {
        if (stuckTopics.contains(record.topic())) {
            return CompletableFuture.completedFuture(new SendResult.Failed(null));
        }
        CompletableFuture<SendResult> result = handOver(record);
        if (result.isDone() && result.join() instanceof SendResult.Failed) {
            stuckTopics.add(record.topic());
        }
        return result;
    }

    private CompletableFuture<SendResult> handOver(ProducerRecord<String, byte[]> record) {
        CompletableFuture<SendResult> result = new CompletableFuture<>();
        try {
            producer().send(record, (metadata, failure) -> result.complete(SendResult.of(failure)));
        } catch (RuntimeException closedMeanwhile) {
            result.complete(SendResult.of(closedMeanwhile));
        }
        return result;
    }

    private static CompletableFuture<List<SendResult>> all(List<CompletableFuture<SendResult>> results) {
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                .thenApply(done -> results.stream().map(CompletableFuture::join).toList());
    }

    private Producer<String, byte[]> producer() {
        Producer<String, byte[]> open = producer.get();
        if (open == null) {
            open = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
            producer.set(open);
        }
        return open;
    }

    /**
     * Gives up everything that is not acknowledged yet; their results become failures. What the broker did take is, for
     * each partition, a beginning of what was sent, since it accepts the numbered batches of a producer in order only.
     */
    void abort() {
        close(Duration.ZERO);
    }

    private void close(Duration patience) {
        Producer<String, byte[]> open = producer.getAndSet(null);
        if (open != null) {
            open.close(patience);
        }
    }

    @Override
    public void close() {
        sender.shutdown();
        close(GOODBYE);
    }
}
