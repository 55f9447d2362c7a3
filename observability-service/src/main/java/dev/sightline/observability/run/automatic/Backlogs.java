package dev.sightline.observability.run.automatic;

import dev.sightline.observability.run.NewRun;
import dev.sightline.sql.Rows;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Turns automatic runs away from projects that have too many waiting. The number is looked up now and then, so it may be
 * passed by what arrives in between.
 */
@ApplicationScoped
class Backlogs {

    private static final String FULL = """
            select project_id from evaluation_run where status in ('pending', 'running')
            group by project_id having count(*) >= $1
            """;

    private final Pool pool;
    private final long most;
    private final MeterRegistry metrics;
    private volatile Set<Integer> full = Set.of();

    Backlogs(
            Pool pool,
            @ConfigProperty(name = "sightline.evaluations.runs.most-waiting", defaultValue = "100000") long most,
            MeterRegistry metrics) {
        this.pool = pool;
        this.most = most;
        this.metrics = metrics;
    }

    boolean admits(NewRun run) {
        boolean admitted = !full.contains(run.evaluation().projectId());
        if (!admitted) {
            metrics.counter("sightline.evaluations.turned.away").increment();
        }
        return admitted;
    }

    @Scheduled(
            every = "${sightline.evaluations.refresh}",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "evaluation-backlogs")
    Uni<Void> turn() {
        return pool.preparedQuery(FULL)
                .execute(Tuple.of(most))
                .invoke(rows -> full = Rows.list(rows, row -> row.getInteger("project_id")).stream()
                        .collect(Collectors.toUnmodifiableSet()))
                .replaceWithVoid();
    }
}
