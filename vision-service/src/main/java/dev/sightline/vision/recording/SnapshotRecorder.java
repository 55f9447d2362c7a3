package dev.sightline.vision.recording;

import dev.sightline.event.SnapshotsReceived;
import dev.sightline.messaging.Deliveries;
import dev.sightline.messaging.Delivery;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Turns accepted snapshot requests into blocks and counters of their sessions. */
@ApplicationScoped
class SnapshotRecorder {

    private final Deliveries deliveries;
    private final RecordingStore store;
    private final RecordingConfig config;

    SnapshotRecorder(Deliveries deliveries, RecordingStore store, RecordingConfig config) {
        this.deliveries = deliveries;
        this.store = store;
        this.config = config;
    }

    @Incoming("snapshots")
    Uni<Void> record(ConsumerRecords<String, byte[]> records) {
        return deliveries.batch(records, this::append);
    }

    /** Decoding and compressing is work: it leaves the event loop. */
    private Uni<Void> append(List<Delivery> messages) {
        return Uni.createFrom()
                .item(() -> messages.stream().flatMap(this::block).toList())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(store::append);
    }

    private Stream<ArrivedBlock> block(Delivery message) {
        SnapshotsReceived batch = message.payload(SnapshotsReceived.class);
        Optional<Block> block = Block.of(List.of(batch), config.console());
        return block.map(packed -> new ArrivedBlock(batch, packed)).stream();
    }
}
