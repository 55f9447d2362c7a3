package dev.sightline.signals.processing;

import dev.sightline.event.SignalEmitted;
import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * The lanes as the database has them. A lane is leased to one replica at a time; the transaction that groups holds the
 * lane's row, so that a replica that lost its lease can no longer change a report.
 */
@ApplicationScoped
class Lanes {

    private final Pool pool;
    private final Replica replica;
    private final ProcessingConfig config;

    Lanes(Pool pool, Replica replica, ProcessingConfig config) {
        this.pool = pool;
        this.replica = replica;
        this.config = config;
    }

    /** A lane that this replica may work on. Signals remembered under another epoch are out of date. */
    record Claim(int projectId, int epoch) {

        private static Claim of(Row row) {
            return new Claim(row.getInteger("project_id"), row.getInteger("epoch"));
        }
    }

    /** Those of the signals that are neither stored nor waiting. */
    Uni<List<SignalEmitted>> fresh(List<SignalEmitted> signals) {
        return pool.preparedQuery(LaneQueries.FRESH)
                .execute(new WaitingColumns(signals).identities())
                .map(rows -> Rows.list(rows, row -> signals.get(row.getInteger("position") - 1)));
    }

    /** Adds signals to their lanes; those waiting already are left out. */
    Uni<Void> add(List<SignalEmitted> signals) {
        return pool.preparedQuery(LaneQueries.ADD)
                .execute(new WaitingColumns(signals)
                        .tuple()
                        .addInteger(config.batch())
                        .addLong(config.flush().toMillis())
                        .addUUID(replica.id())
                        .addLong(config.lease().toMillis()))
                .replaceWithVoid();
    }

    /** At most so many lanes that are due, without those that are being worked on here. */
    Uni<List<Claim>> claim(int most, Collection<Integer> atWork) {
        return pool.preparedQuery(LaneQueries.CLAIM)
                .execute(Tuple.of(replica.id(), config.lease().toMillis(), most, atWork.toArray(Integer[]::new)))
                .map(rows -> Rows.list(rows, Claim::of));
    }

    /** Keeps the leases of lanes that are being worked on. */
    Uni<Void> renew(Collection<Integer> atWork) {
        return pool.preparedQuery(LaneQueries.RENEW)
                .execute(Tuple.of(replica.id(), config.lease().toMillis(), atWork.toArray(Integer[]::new)))
                .replaceWithVoid();
    }

    /** The signals to group next: a whole batch, or one alone that failed before. */
    Uni<List<Waiting>> next(int projectId) {
        return pool.preparedQuery(LaneQueries.OLDEST)
                .execute(Tuple.of(projectId, config.batch()))
                .map(rows -> Rows.list(rows, Waiting::of))
                .map(Lanes::aloneIfItFailed);
    }

    private static List<Waiting> aloneIfItFailed(List<Waiting> oldest) {
        return !oldest.isEmpty() && oldest.get(0).attempts() > 0 ? oldest.subList(0, 1) : oldest;
    }

    /**
     * Does something with waiting signals and takes them out of their lane, in one transaction that holds the lane. Fails
     * with {@link LeaseLost}, and nothing is done, if the lane is no longer ours.
     */
    <T> Uni<T> settle(Claim claim, List<Waiting> signals, Function<SqlClient, Uni<T>> effect) {
        return pool.withTransaction(
                tx -> hold(tx, claim).flatMap(held -> effect.apply(tx)).call(() -> tx.preparedQuery(LaneQueries.SETTLE)
                        .execute(settling(claim, signals))));
    }

    private Uni<Void> hold(SqlClient tx, Claim claim) {
        return tx.preparedQuery(LaneQueries.HOLD)
                .execute(Tuple.of(claim.projectId(), replica.id()))
                .invoke(held -> {
                    if (held.size() == 0) {
                        throw new LeaseLost(claim.projectId());
                    }
                })
                .replaceWithVoid();
    }

    private Tuple settling(Claim claim, List<Waiting> signals) {
        return Tuple.of(
                claim.projectId(), seqs(signals), config.batch(), config.flush().toMillis());
    }

    /** Lets the lane rest, and counts a failed attempt for these signals. */
    Uni<Void> postpone(int projectId, List<Waiting> signals) {
        return pool.preparedQuery(LaneQueries.POSTPONE)
                .execute(Tuple.of(projectId, seqs(signals), config.retryWait().toMillis(), replica.id()))
                .replaceWithVoid();
    }

    /** Whether a batch that failed once more is one signal that has failed as often as it may. */
    boolean exhausted(List<Waiting> batch) {
        return batch.size() == 1 && batch.get(0).attempts() + 1 >= config.attempts();
    }

    /** Gives up every lease of this replica. */
    Uni<Void> release() {
        return pool.preparedQuery(LaneQueries.RELEASE)
                .execute(Tuple.of(replica.id()))
                .replaceWithVoid();
    }

    private static Long[] seqs(List<Waiting> signals) {
        return signals.stream().map(Waiting::seq).toArray(Long[]::new);
    }
}
