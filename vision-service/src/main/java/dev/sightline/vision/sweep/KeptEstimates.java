package dev.sightline.vision.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.sql.Rows;
import dev.sightline.vision.observation.ScannerKey;
import dev.sightline.vision.sweep.Estimates.Question;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The estimate that is kept with each scanner. */
@ApplicationScoped
public class KeptEstimates {

    private static final Logger LOG = Logger.getLogger(KeptEstimates.class);

    private static final String QUESTION =
            "select query::text as query, sampling_rate from scanner where project_id = $1 and id = $2";

    /** An edit that came meanwhile is not stamped with the numbers of before. */
    private static final String KEEP = """
            update scanner
               set estimated_monthly_observations = $3, estimated_at = $4, estimate_lease_until = null
             where project_id = $1 and id = $2 and query = $5::text::jsonb and sampling_rate = $6
            """;

    private final Pool pool;
    private final Estimates estimates;
    private final EstimateConfig config;
    private final Clock clock;

    KeptEstimates(Pool pool, Estimates estimates, EstimateConfig config, Clock clock) {
        this.pool = pool;
        this.estimates = estimates;
        this.config = config;
        this.clock = clock;
    }

    /** Whether an estimate of that time is too old to go by; null is. */
    public boolean isStale(Instant estimatedAt) {
        return estimatedAt == null || !estimatedAt.isAfter(clock.instant().minus(config.staleAfter()));
    }

    /**
     * Makes and keeps the estimate of a scanner while somebody waits; empty if that fails, which is logged and no reason
     * to fail what somebody waits for.
     */
    public Uni<Optional<Long>> refresh(ScannerKey scanner) {
        return refresh(scanner, config.inlineBudget());
    }

    Uni<Optional<Long>> refresh(ScannerKey scanner, Duration budget) {
        return pool.preparedQuery(QUESTION)
                .execute(Tuple.of(scanner.projectId(), scanner.id()))
                .map(rows -> Rows.first(rows, row -> question(scanner, row)))
                .chain(found -> found.map(question -> make(scanner, question, budget))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .onFailure()
                .recoverWithItem(failure -> notMade(scanner, failure));
    }

    private static Question question(ScannerKey scanner, Row row) {
        JsonNode query = Json.read(row.getString("query"), JsonNode.class);
        return new Question(scanner.projectId(), query, row.getDouble("sampling_rate"));
    }

    private Uni<Optional<Long>> make(ScannerKey scanner, Question question, Duration budget) {
        return estimates.answer(question, budget).chain(estimate -> keep(scanner, question, estimate));
    }

    private Uni<Optional<Long>> keep(ScannerKey scanner, Question question, Estimate estimate) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(
                        scanner.projectId(),
                        scanner.id(),
                        estimate.estimatedObservationsPerMonth(),
                        Rows.parameter(clock.instant()),
                        question.query().toString(),
                        question.samplingRate()))
                .map(rows -> rows.rowCount() == 1
                        ? Optional.of(estimate.estimatedObservationsPerMonth())
                        : Optional.empty());
    }

    private static Optional<Long> notMade(ScannerKey scanner, Throwable failure) {
        LOG.warnf(failure, "estimate not made project_id=%d scanner_id=%s", scanner.projectId(), scanner.id());
        return Optional.empty();
    }
}
