package dev.sightline.vision.sweep;

import dev.sightline.vision.observation.Quota;
import dev.sightline.vision.observation.ScannerKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** How many observations a scanner may start now: what the quota and the caps on work in flight leave. */
@ApplicationScoped
class Room {

    private final Quota quota;

    Room(Quota quota) {
        this.quota = quota;
    }

    /** Zero or less for none. The quota speaks first: without it nothing is counted. */
    Uni<Integer> of(SqlClient client, ScannerKey scanner, SweepConfig config) {
        return quota.of(client, scanner.projectId())
                .chain(state -> state.exhausted()
                        ? Uni.createFrom().item(0)
                        : inFlight(client, scanner, config).map(room -> (int) Math.min(room, state.remaining())));
    }

    /** To the end of the transaction, nobody else starts anything at the organization's expense. */
    Uni<Void> hold(SqlClient tx, ScannerKey scanner) {
        return quota.hold(tx, scanner.projectId());
    }

    private static Uni<Long> inFlight(SqlClient client, ScannerKey scanner, SweepConfig config) {
        return client.preparedQuery(SweepQueries.IN_FLIGHT)
                .execute(Tuple.of(scanner.projectId(), scanner.id()))
                .map(rows -> rows.iterator().next())
                .map(row -> Math.min(
                        config.maxPerScanner() - row.getLong("scanner"),
                        config.maxPerProject() - row.getLong("project")));
    }
}
