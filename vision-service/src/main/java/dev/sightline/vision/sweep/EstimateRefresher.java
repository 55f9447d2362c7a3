package dev.sightline.vision.sweep;

import dev.sightline.sql.Rows;
import dev.sightline.vision.observation.ScannerKey;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Makes kept estimates anew when they are stale. Every replica may run it: what one has claimed the others leave alone
 * until the claim runs out.
 */
@ApplicationScoped
class EstimateRefresher {

    /** Works across projects on purpose: it is the house's own upkeep. */
    private static final String CLAIM = """
            update scanner set estimate_lease_until = $3
             where (project_id, id) in (
                select project_id, id
                  from scanner
                 where (estimated_at is null or estimated_at <= $2)
                   and (estimate_lease_until is null or estimate_lease_until < $1)
                 order by estimated_at nulls first
                 limit $4
                   for update skip locked)
            returning project_id, id
            """;

    private final Pool pool;
    private final KeptEstimates estimates;
    private final EstimateConfig config;
    private final Clock clock;

    EstimateRefresher(Pool pool, KeptEstimates estimates, EstimateConfig config, Clock clock) {
        this.pool = pool;
        this.estimates = estimates;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${sightline.vision.estimate.refresh-every:15m}",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "estimate-refresher")
    Uni<Void> refresh() {
        return claim().onItem()
                .transformToMulti(claimed -> Multi.createFrom().iterable(claimed))
                .onItem()
                .transformToUni(scanner -> estimates.refresh(scanner, config.budget()))
                .merge(config.atOnce())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<List<ScannerKey>> claim() {
        Instant now = clock.instant();
        Instant free = now.plus(config.budget().multipliedBy(1 + config.perRun() / config.atOnce()));
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(
                        Rows.parameter(now),
                        Rows.parameter(now.minus(config.staleAfter())),
                        Rows.parameter(free),
                        config.perRun()))
                .map(rows -> Rows.list(rows, row -> new ScannerKey(row.getInteger("project_id"), row.getUUID("id"))));
    }
}
