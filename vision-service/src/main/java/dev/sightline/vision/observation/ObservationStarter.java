package dev.sightline.vision.observation;

import dev.sightline.api.ApiException;
import dev.sightline.event.ObservationRequested;
import dev.sightline.messaging.Outbox;
import dev.sightline.messaging.OutboxMessage;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Starts observations: the waiting row and the message that wakes a worker are one transaction. */
@ApplicationScoped
public class ObservationStarter {

    private static final Logger LOG = Logger.getLogger(ObservationStarter.class);

    private final Pool pool;
    private final ObservationRepository repository;
    private final Outbox outbox;
    private final Quota quota;
    private final Clock clock;

    ObservationStarter(Pool pool, ObservationRepository repository, Outbox outbox, Quota quota, Clock clock) {
        this.pool = pool;
        this.repository = repository;
        this.quota = quota;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A session for a scanner to look at. */
    public record Start(int projectId, UUID scannerId, ScannerSnapshot snapshot, String sessionId, Trigger trigger) {}

    /**
     * Starts looking, unless the pair of scanner and session has an observation already, and answers the job id of the
     * pair either way (spec/vision.md 7.6). A 402 where the quota is used up, a 503 where it cannot be started: then there
     * is no row either.
     */
    public Uni<String> start(Start start) {
        return pool.withTransaction(tx -> quota.require(tx, start.projectId()).chain(() -> start(tx, start)))
                .onFailure(failure -> !(failure instanceof ApiException))
                .transform(ObservationStarter::notStarted)
                .replaceWith(NewObservation.workflowId(start.scannerId(), start.sessionId()));
    }

    static ApiException notStarted(Throwable failure) {
        LOG.error("observation not started", failure);
        return ApiException.unavailable("The observation could not be started. Try again later.");
    }

    /** The same in a transaction that does more. */
    Uni<Void> start(SqlClient tx, Start start) {
        return start(tx, observation(start));
    }

    /** Many in a transaction; answers how many were started, those apart whose pair has an observation already. */
    public Uni<Integer> startAll(SqlClient tx, List<Start> starts) {
        if (starts.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return repository
                .insertAll(tx, starts.stream().map(this::observation).toList())
                .call(inserted -> outbox.append(
                        tx, inserted.stream().map(ObservationStarter::request).toList()))
                .map(List::size);
    }

    private NewObservation observation(Start start) {
        return new NewObservation(
                UuidV7.next(),
                start.projectId(),
                start.scannerId(),
                start.sessionId(),
                start.snapshot(),
                start.trigger(),
                Timestamps.micros(clock.instant()));
    }

    private Uni<Void> start(SqlClient tx, NewObservation observation) {
        return repository
                .insert(tx, observation)
                .chain(inserted -> inserted
                        ? outbox.append(tx, List.of(request(observation)))
                        : Uni.createFrom().voidItem());
    }

    private static OutboxMessage request(NewObservation observation) {
        return OutboxMessage.of(
                observation.projectId() + ":" + observation.scannerId(),
                new ObservationRequested(
                        observation.projectId(), observation.id(), observation.scannerId(), observation.sessionId()));
    }
}
