package dev.sightline.capture.edge;

import dev.sightline.capture.CaptureRefused;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/**
 * Publishes what a request brought, and says so only when every in-sync replica has all of it. Kafka's own send may
 * block, so it runs on a thread of its own; a request that waited there beyond the configured patience is not sent any
 * more, because its client was already asked to come again.
 */
@Singleton
public class BrokerGate {

    private static final Logger LOG = Logger.getLogger(BrokerGate.class);

    private final Duration patience;
    private final Producer<String, byte[]> producer;
    private final MeterRegistry metrics;
    private final AtomicBoolean failing = new AtomicBoolean();
    private final ExecutorService sender = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "capture-sender");
        thread.setDaemon(true);
        return thread;
    });

    BrokerGate(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            CaptureConfig config,
            MeterRegistry metrics) {
        this.patience = config.patience();
        this.metrics = metrics;
        this.producer = new KafkaProducer<>(
                EdgeProducer.settings(broker, patience), new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Publishes the records.
     *
     * @return completes when all are acknowledged; fails with {@link CaptureRefused} when one is too large for the
     *     broker, or when the broker does not answer in time
     */
    public Uni<Void> publish(List<ProducerRecord<String, byte[]>> records) {
        long deadline = System.nanoTime() + patience.toNanos();
        return Uni.createFrom()
                .<Void>emitter(done -> sender.execute(() -> send(records, deadline, done)))
                .ifNoItem()
                .after(patience)
                .failWith(CaptureRefused::overloaded);
    }

    private void send(List<ProducerRecord<String, byte[]>> records, long deadline, UniEmitter<? super Void> done) {
        AtomicInteger open = new AtomicInteger(records.size());
        for (ProducerRecord<String, byte[]> record : records) {
            if (System.nanoTime() - deadline > 0) {
                done.fail(CaptureRefused.overloaded());
                return;
            }
            send(record, open, done);
        }
    }

    private void send(ProducerRecord<String, byte[]> record, AtomicInteger open, UniEmitter<? super Void> done) {
        try {
            producer.send(record, (stored, failure) -> settle(failure, open, done));
        } catch (RuntimeException e) {
            done.fail(refusal(e));
        }
    }

    private void settle(Exception failure, AtomicInteger open, UniEmitter<? super Void> done) {
        if (failure != null) {
            done.fail(refusal(failure));
        } else if (open.decrementAndGet() == 0) {
            recovered();
            done.complete(null);
        }
    }

    private CaptureRefused refusal(Exception failure) {
        if (failure instanceof RecordTooLargeException) {
            return CaptureRefused.tooLarge();
        }
        metrics.counter("sightline.capture.publish.failures").increment();
        if (failing.compareAndSet(false, true)) {
            LOG.warnf(failure, "Capture cannot publish, clients are asked to come again");
        }
        return CaptureRefused.overloaded();
    }

    private void recovered() {
        if (failing.compareAndSet(true, false)) {
            LOG.info("Capture publishes again");
        }
    }

    @PreDestroy
    void close() {
        sender.shutdown();
        producer.close(patience);
    }
}
