package dev.sightline.signals.processing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.event.SignalEmitted;
import dev.sightline.messaging.Outbox;
import dev.sightline.messaging.OutboxMessage;
import dev.sightline.signals.signal.NewSignal;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Puts well-formed signals on their way; what happens to them then is not waited for. */
@ApplicationScoped
public class SignalEmitter {

    private final SignalGate gate;
    private final Outbox outbox;
    private final Pool pool;
    private final Clock clock;

    SignalEmitter(SignalGate gate, Outbox outbox, Pool pool, Clock clock) {
        this.gate = gate;
        this.outbox = outbox;
        this.pool = pool;
        this.clock = clock;
    }

    /**
     * Emits a signal unless the gate is closed to it, which is not an error.
     *
     * @param key a second signal of the project under the same key is dropped
     */
    public Uni<Void> emit(int projectId, NewSignal signal, Optional<String> key) {
        return gate.of(Set.of(projectId))
                .flatMap(open -> open.allows(projectId, signal.source(), signal.extra())
                        ? publish(message(projectId, signal, key))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> publish(SignalEmitted message) {
        String lane = String.valueOf(message.projectId());
        return outbox.append(pool, List.of(OutboxMessage.of(UuidV7.next(), lane, message)));
    }

    private SignalEmitted message(int projectId, NewSignal signal, Optional<String> key) {
        return new SignalEmitted(
                projectId,
                key.map(text -> named(projectId, text)).orElseGet(UuidV7::next),
                signal.source().product(),
                signal.source().type(),
                signal.sourceId(),
                signal.description(),
                signal.weight(),
                (ObjectNode) signal.extra(),
                false,
                Timestamps.micros(clock.instant()));
    }

    /** The identity that a key of the caller's stands for. */
    private static UUID named(int projectId, String key) {
        return UUID.nameUUIDFromBytes((projectId + "\n" + key).getBytes(StandardCharsets.UTF_8));
    }
}
