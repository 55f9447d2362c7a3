package dev.sightline.vision.capture;

import dev.sightline.auth.Directory;
import dev.sightline.capture.CaptureRequest;
import dev.sightline.capture.SnapshotPost;
import dev.sightline.capture.SnapshotReader;
import dev.sightline.capture.edge.BrokerGate;
import dev.sightline.capture.edge.CaptureConfig;
import dev.sightline.capture.edge.CaptureEndpoint;
import dev.sightline.capture.edge.Dropped;
import dev.sightline.messaging.EncodedMessage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Takes snapshots. What nobody could use is accepted and dropped, as SDKs expect: snapshots of an unknown token, without
 * any dated item, or a week or more away from now.
 */
@ApplicationScoped
class SnapshotEndpoint implements CaptureEndpoint<List<EncodedMessage>> {

    private static final Duration FARTHEST = Duration.ofDays(7);

    private final Directory directory;
    private final BrokerGate broker;
    private final CaptureConfig config;
    private final Dropped dropped;

    SnapshotEndpoint(Directory directory, BrokerGate broker, CaptureConfig config, Dropped dropped) {
        this.directory = directory;
        this.broker = broker;
        this.config = config;
        this.dropped = dropped;
    }

    @Override
    public List<EncodedMessage> read(CaptureRequest request, Instant receivedAt) {
        SnapshotPost post = SnapshotReader.read(request, config.limits());
        String library = Library.of(post.by().library(), request.headers().get("User-Agent"));
        return directory
                .projectByCaptureToken(post.token())
                .map(project -> new SnapshotMessage(project.id(), post, library, receivedAt))
                .map(this::usable)
                .orElseGet(() -> none("unknown_token"));
    }

    private List<EncodedMessage> usable(SnapshotMessage message) {
        if (message.post().items().isEmpty()) {
            return none("no_items");
        }
        if (!message.post().items().within(FARTHEST, message.receivedAt())) {
            return none("far_from_now");
        }
        return List.of(message.encoded());
    }

    private List<EncodedMessage> none(String reason) {
        dropped.count("snapshots", reason);
        return List.of();
    }

    @Override
    public Uni<String> take(List<EncodedMessage> messages) {
        return broker.publish(messages).replaceWith(OK);
    }
}
