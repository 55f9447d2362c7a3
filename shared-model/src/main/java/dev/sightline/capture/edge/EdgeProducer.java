package dev.sightline.capture.edge;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The producer's settings; address and security are those of {@code kafka.*}. */
final class EdgeProducer {

    private static final int LARGEST_RECORD = 33 * 1024 * 1024;
    private static final long BUFFER = 2L * LARGEST_RECORD;
    private static final int BATCH = 256 * 1024;
    private static final int LINGER_MILLIS = 2;
    private static final int BLOCK_MILLIS = 500;
    private static final int REQUEST_MILLIS = 5_000;

    private EdgeProducer() {}

    static Map<String, Object> settings(Map<String, Object> broker, Duration patience) {
        int millis = Math.toIntExact(patience.toMillis());
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "capture");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MILLIS);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(millis - LINGER_MILLIS, REQUEST_MILLIS));
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
        return settings;
    }
}
