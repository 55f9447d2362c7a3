package dev.sightline.local.dlq;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends letters back to the topic they came from. */
final class Resending implements AutoCloseable {

    /** Letters may be as large as the largest record of a topic. */
    private static final int MAX_REQUEST_BYTES = 34 * 1024 * 1024;

    private final String topic;
    private final Producer<byte[], byte[]> producer;

    Resending(String servers, String topic) {
        this.topic = topic;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES,
                        ProducerConfig.BUFFER_MEMORY_CONFIG, 2L * MAX_REQUEST_BYTES),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Returns when the broker has stored all that hold a message, and tells how many did. */
    long send(List<Letter> letters) {
        List<Future<RecordMetadata>> sent = letters.stream()
                .filter(letter -> !letter.isReference())
                .map(letter -> producer.send(letter.original(topic)))
                .toList();
        sent.forEach(Resending::await);
        return sent.size();
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw new KafkaException("The broker did not store a letter", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
