package dev.sightline.vision.observation;

import dev.sightline.api.ApiException;
import dev.sightline.vision.observation.ObservationStarter.Start;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Looks again where a scanner came to no result: the old row goes and a new one comes in one transaction, so that the
 * session is never without the one or the other. The scanner looks as it is now.
 */
@ApplicationScoped
class ObservationRetry {

    private static final Set<ObservationStatus> WITHOUT_RESULT =
            Set.of(ObservationStatus.FAILED, ObservationStatus.INELIGIBLE);

    private final Pool pool;
    private final ObservationRepository repository;
    private final ObservationStarter starter;
    private final ObservationTallies tallies;

    ObservationRetry(
            Pool pool, ObservationRepository repository, ObservationStarter starter, ObservationTallies tallies) {
        this.pool = pool;
        this.repository = repository;
        this.starter = starter;
        this.tallies = tallies;
    }

    /** The job id of the new look. A 400 if the old one has a result or may yet have one. */
    Uni<String> retry(StoredObservation old, Trigger trigger) {
        if (!WITHOUT_RESULT.contains(old.status())) {
            throw ApiException.invalid(null, "Only failed and ineligible observations can be retried.");
        }
        return pool.withTransaction(tx -> remove(tx, old)
                .chain(() -> ScannerSnapshots.current(tx, new ScannerKey(old.projectId(), old.scannerId())))
                .map(found -> found.orElseThrow(ApiException::notFound))
                .map(now -> new Start(old.projectId(), old.scannerId(), now, old.sessionId(), trigger))
                .call(start -> starter.start(tx, start))
                .call(() -> tallies.remove(tx, old))
                .map(start -> NewObservation.workflowId(start.scannerId(), start.sessionId())));
    }

    private Uni<Void> remove(SqlClient tx, StoredObservation old) {
        return repository
                .removeWithoutResult(tx, old)
                .invoke(removed -> {
                    if (!removed) {
                        throw ApiException.conflict("The observation is being retried already.");
                    }
                })
                .replaceWithVoid();
    }
}
