package dev.sightline.vision.observation;

import dev.sightline.api.ApiException;
import dev.sightline.vision.observation.ObservationState.WithoutResult;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Looks again where a scanner came to no result: the old row goes and a new one comes in one transaction, so that the
 * session is never without the one or the other. The scanner looks as it is now.
 */
@ApplicationScoped
class ObservationRetry {

    private final Pool pool;
    private final ObservationRepository repository;
    private final ObservationStarter starter;
    private final ObservationTallies tallies;
    private final Quota quota;

    ObservationRetry(
            Pool pool,
            ObservationRepository repository,
            ObservationStarter starter,
            ObservationTallies tallies,
            Quota quota) {
        this.quota = quota;
        this.pool = pool;
        this.repository = repository;
        this.starter = starter;
        this.tallies = tallies;
    }

    /** The job id of the new look. A 400 if the old one has a result or may yet have one, a 402 without quota. */
    Uni<String> retry(StoredObservation old, Trigger trigger) {
        if (ObservationState.of(old) instanceof WithoutResult fruitless) {
            return pool.withTransaction(
                            tx -> quota.require(tx, old.projectId()).chain(() -> retry(tx, fruitless, trigger)))
                    .onFailure(failure -> !(failure instanceof ApiException))
                    .transform(ObservationStarter::notStarted);
        }
        throw ApiException.invalid(null, "Only failed and ineligible observations can be retried.");
    }

    /** The scanner is held before the row, in the same order as whoever deletes the scanner. */
    private Uni<String> retry(SqlClient tx, WithoutResult old, Trigger trigger) {
        return ScannerSnapshots.current(
                        tx, new ScannerKey(old.row().projectId(), old.row().scannerId()))
                .map(found -> found.orElseThrow(ApiException::notFound))
                .call(() -> remove(tx, old))
                .map(now -> old.again(now, trigger))
                .call(start -> starter.start(tx, start))
                .call(() -> tallies.remove(tx, old))
                .map(start -> NewObservation.workflowId(start.scannerId(), start.sessionId()));
    }

    private Uni<Void> remove(SqlClient tx, WithoutResult old) {
        return repository
                .remove(tx, old)
                .invoke(removed -> {
                    if (!removed) {
                        throw ApiException.conflict("The observation is being retried already.");
                    }
                })
                .replaceWithVoid();
    }
}
