package dev.sightline.messaging;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How the producers of this package talk to the broker; address and security are those of {@code kafka.*}. */
@ApplicationScoped
class ProducerSettings {

    /** A record of the largest size a topic takes, and its headers. */
    private static final int MAX_REQUEST_BYTES = 34 * 1024 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024 * 1024;

    private final Map<String, Object> broker;

    ProducerSettings(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    /** Never gives up a record by itself: that would let a later one of the same key overtake it. */
    Map<String, Object> persistent() {
        return with(Integer.MAX_VALUE);
    }

    /** Tells within the time that a record could not be stored. */
    Map<String, Object> within(Duration patience) {
        return with(Math.toIntExact(patience.toMillis()));
    }

    private Map<String, Object> with(int deliveryMillis) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) BUFFER_BYTES);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deliveryMillis);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(deliveryMillis, 5_000));
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
        return settings;
    }
}
