package dev.sightline.signals.scout.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sightline.api.ApiException;
import dev.sightline.json.Wire;
import dev.sightline.signals.scout.ScoutDefaults;
import dev.sightline.sql.Rows;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The record of what runs have emitted. */
@ApplicationScoped
class Emissions {

    private final Pool pool;
    private final ScoutDefaults limits;
    private final Clock clock;

    Emissions(Pool pool, ScoutDefaults limits, Clock clock) {
        this.pool = pool;
        this.limits = limits;
        this.clock = clock;
    }

    /** An emitted finding as the API shows it (DECISIONS 51). */
    @JsonPropertyOrder({"finding_id", "weight", "confidence", "severity", "source_id", "description", "created_at"})
    record EmissionView(
            String findingId,
            double weight,
            double confidence,
            String severity,
            String sourceId,
            String description,
            Instant createdAt) {}

    /** What a run has emitted, in its order. */
    Uni<List<EmissionView>> of(int projectId, UUID runId) {
        return pool.preparedQuery(RunQueries.EMISSIONS)
                .execute(Tuple.of(projectId, runId))
                .map(rows -> Rows.list(rows, Emissions::view));
    }

    /** Refuses another finding of a run that has emitted all it may. */
    void checkRoom(ScoutRun run) {
        if (run.result().findingIds().size() >= limits.findingsPerRun()) {
            throw ApiException.invalid(
                    null, "findings_limit", "A run emits at most " + limits.findingsPerRun() + " findings.");
        }
    }

    /** Adds a finding to the tally of its run; one under a key that was used before is not counted again. */
    Uni<Void> record(ScoutRun run, Finding finding, Optional<String> key) {
        Tuple row = Tuple.of(run.projectId(), run.id(), UuidV7.next(), finding.findingId(), finding.description());
        row.addDouble(finding.weight())
                .addDouble(finding.confidence())
                .addString(finding.severity() == null ? null : Wire.name(finding.severity()))
                .addString(FindingSignal.sourceId(run, finding))
                .addString(key.orElse(null))
                .addOffsetDateTime(Rows.parameter(Timestamps.micros(clock.instant())));
        return pool.preparedQuery(RunQueries.EMISSION).execute(row).replaceWithVoid();
    }

    private static EmissionView view(Row row) {
        return new EmissionView(
                row.getString("finding_id"),
                row.getDouble("weight"),
                row.getDouble("confidence"),
                row.getString("severity"),
                row.getString("source_id"),
                row.getString("description"),
                Rows.instant(row, "emitted_at"));
    }
}
