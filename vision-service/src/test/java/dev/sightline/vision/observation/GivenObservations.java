package dev.sightline.vision.observation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.model.ModelAnswer.Usage;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import dev.sightline.vision.observation.ObservationState.Ended;
import dev.sightline.vision.observation.ObservationState.InFlight;
import dev.sightline.vision.observation.ObservationState.WithoutResult;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Observations of a scanner as jobs would leave them, without the jobs. */
final class GivenObservations {

    private final Pool pool;
    private final ObservationRepository repository;
    private final ObservationTallies tallies = new ObservationTallies();
    private final ScannerKey scanner;
    private ScannerSnapshot snapshot = new ScannerSnapshot("s", "monitor", 1, "local", "local", false, Json.tree("{}"));
    private Trigger trigger = Trigger.onDemand(1);
    private Instant createdAt = Timestamps.micros(Instant.now());
    private boolean started;

    GivenObservations(Pool pool, ScannerKey scanner) {
        this.pool = pool;
        this.repository = new ObservationRepository(pool);
        this.scanner = scanner;
    }

    GivenObservations createdAt(Instant at) {
        createdAt = Timestamps.micros(at);
        return this;
    }

    GivenObservations by(Trigger by) {
        trigger = by;
        return this;
    }

    /** A worker has taken them, as it takes all before they end. */
    GivenObservations started(boolean taken) {
        started = taken;
        return this;
    }

    GivenObservations version(int version) {
        snapshot = new ScannerSnapshot("s", "monitor", version, "local", "local", false, Json.tree("{}"));
        return this;
    }

    GivenObservations as(ScannerSnapshot of) {
        snapshot = of;
        return this;
    }

    StoredObservation pending(String sessionId) {
        NewObservation made = new NewObservation(
                UuidV7.next(), scanner.projectId(), scanner.id(), sessionId, snapshot, trigger, createdAt);
        repository.insert(pool, made).await().indefinitely();
        if (started) {
            repository
                    .claim(made.projectId(), made.id(), createdAt.plusSeconds(1), createdAt.plusSeconds(60))
                    .await()
                    .indefinitely();
        }
        return repository
                .find(made.projectId(), made.id())
                .await()
                .indefinitely()
                .orElseThrow();
    }

    UUID succeeded(String sessionId, String output) {
        return ended(sessionId, new Outcome.Succeeded(Json.read(output, JsonNode.class), List.of(), new Usage(0, 0)));
    }

    UUID failed(String sessionId) {
        return ended(sessionId, new Outcome.Failed("internal_error:x"));
    }

    UUID ineligible(String sessionId) {
        return ended(sessionId, new Outcome.Ineligible("too_short:x"));
    }

    UUID ended(String sessionId, Outcome outcome) {
        StoredObservation row = pending(sessionId);
        Ended ended = new InFlight(row).ended(outcome);
        pool.withTransaction(
                        tx -> repository.finish(tx, ended, createdAt).chain(() -> tallies.add(tx, ended, createdAt)))
                .await()
                .indefinitely();
        return row.id();
    }

    /** As a retry takes a row away. */
    void removed(UUID id) {
        WithoutResult old = new WithoutResult(
                repository.find(scanner.projectId(), id).await().indefinitely().orElseThrow());
        pool.withTransaction(tx -> repository.remove(tx, old).chain(() -> tallies.remove(tx, old)))
                .await()
                .indefinitely();
    }

    /** Writes a result that no job of today would write. */
    void corrupt(UUID id, String result) {
        pool.preparedQuery("update observation set scanner_result = $3::text::jsonb where project_id = $1 and id = $2")
                .execute(Tuple.of(scanner.projectId(), id, result))
                .await()
                .indefinitely();
    }
}
