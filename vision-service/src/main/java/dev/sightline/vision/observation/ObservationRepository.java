package dev.sightline.vision.observation;

import dev.sightline.json.Json;
import dev.sightline.sql.Where;
import dev.sightline.vision.observation.ObservationState.Ended;
import dev.sightline.vision.observation.ObservationState.InFlight;
import dev.sightline.vision.observation.ObservationState.WithoutResult;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Reads observations and moves them from state to state. */
@ApplicationScoped
class ObservationRepository {

    private final Pool pool;

    ObservationRepository(Pool pool) {
        this.pool = pool;
    }

    /** Whether a row was written: false if the pair of scanner and session has one already. */
    Uni<Boolean> insert(SqlClient tx, NewObservation observation) {
        return tx.preparedQuery(ObservationQueries.INSERT)
                .execute(values(observation))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Those of the observations that were written. */
    Uni<List<NewObservation>> insertAll(SqlClient tx, List<NewObservation> observations) {
        return tx.preparedQuery(ObservationQueries.INSERT)
                .executeBatch(
                        observations.stream().map(ObservationRepository::values).toList())
                .map(results -> written(observations, results));
    }

    private static List<NewObservation> written(List<NewObservation> observations, RowSet<Row> results) {
        List<NewObservation> written = new ArrayList<>();
        RowSet<Row> result = results;
        for (NewObservation observation : observations) {
            if (result.rowCount() == 1) {
                written.add(observation);
            }
            result = result.next();
        }
        return written;
    }

    private static Tuple values(NewObservation observation) {
        return Tuple.tuple()
                .addUUID(observation.id())
                .addInteger(observation.projectId())
                .addUUID(observation.scannerId())
                .addString(observation.sessionId())
                .addString(NewObservation.workflowId(observation.scannerId(), observation.sessionId()))
                .addJsonObject(new JsonObject(Json.write(observation.snapshot())))
                .addString(observation.trigger().kind())
                .addInteger(observation.trigger().userId())
                .addOffsetDateTime(utc(observation.createdAt()));
    }

    /** Takes the row for this worker until the lease ends; empty if it is not to be had. */
    Uni<Optional<InFlight>> claim(int projectId, UUID id, Instant now, Instant leaseUntil) {
        return pool.preparedQuery(ObservationQueries.CLAIM)
                .execute(Tuple.of(projectId, id, utc(now), utc(leaseUntil)))
                .map(rows -> first(rows).map(InFlight::new));
    }

    Uni<Void> extendLease(int projectId, UUID id, Instant until) {
        return pool.preparedQuery(ObservationQueries.EXTEND_LEASE)
                .execute(Tuple.of(projectId, id, utc(until)))
                .replaceWithVoid();
    }

    /** Ends the observation; false if it had ended before. */
    Uni<Boolean> finish(SqlClient tx, Ended ended, Instant now) {
        Tuple values = Tuple.tuple()
                .addInteger(ended.row().projectId())
                .addUUID(ended.row().id())
                .addString(ended.outcome().status().wire())
                .addString(ended.outcome().errorReason());
        addResult(values, ended.outcome()).addOffsetDateTime(utc(now));
        return tx.preparedQuery(ObservationQueries.FINISH).execute(values).map(rows -> rows.rowCount() == 1);
    }

    private static Tuple addResult(Tuple values, Outcome outcome) {
        if (outcome instanceof Outcome.Succeeded success) {
            return values.addJsonObject(new JsonObject(Json.write(ScannerResult.of(success))))
                    .addLong(success.usage().inputTokens())
                    .addLong(success.usage().outputTokens());
        }
        return values.addValue(null).addLong(0L).addLong(0L);
    }

    Uni<Boolean> scannerExists(int projectId, UUID scannerId) {
        return pool.preparedQuery(ObservationQueries.SCANNER_EXISTS)
                .execute(Tuple.of(projectId, scannerId))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Optional<StoredObservation>> find(int projectId, UUID scannerId, UUID id) {
        return pool.preparedQuery(ObservationQueries.FIND)
                .execute(Tuple.of(projectId, scannerId, id))
                .map(ObservationRepository::first);
    }

    Uni<Optional<StoredObservation>> find(int projectId, UUID id) {
        return pool.preparedQuery(ObservationQueries.FIND_IN_PROJECT)
                .execute(Tuple.of(projectId, id))
                .map(ObservationRepository::first);
    }

    /** Whether the row was there and had no result. */
    Uni<Boolean> remove(SqlClient tx, WithoutResult old) {
        return tx.preparedQuery(ObservationQueries.REMOVE_WITHOUT_RESULT)
                .execute(Tuple.of(old.row().projectId(), old.row().id()))
                .map(rows -> rows.rowCount() == 1);
    }

    Uni<Long> count(Where where) {
        return pool.preparedQuery("select count(*) from observation where " + where.sql())
                .execute(where.values())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Uni<List<StoredObservation>> list(Where where, String order, int limit, long offset) {
        return pool.preparedQuery(ObservationQueries.list(where, order, limit, offset))
                .execute(where.values())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(new ObservationRows()::read)
                        .toList());
    }

    private static Optional<StoredObservation> first(RowSet<Row> rows) {
        return rows.rowCount() == 0
                ? Optional.empty()
                : Optional.of(new ObservationRows().read(rows.iterator().next()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
