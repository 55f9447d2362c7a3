package dev.sightline.vision.observation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sightline.api.ApiException;
import dev.sightline.json.Json;
import dev.sightline.json.Wire;
import dev.sightline.sql.Rows;
import dev.sightline.sql.Where;
import dev.sightline.vision.observation.Answer.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * What the observations of a scanner add up to: read from the sums kept for it, or, where filters ask for what has no
 * sums, from the rows. Both ways give the same (a law with its own test).
 */
@ApplicationScoped
class ObservationStatistics {

    private final Pool pool;
    private final Clock clock;

    ObservationStatistics(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<ObservationStats> of(ScannerKey scanner, ObservationFilter filter, int recentDays) {
        OffsetDateTime since = clock.instant().atOffset(ZoneOffset.UTC).minusDays(recentDays);
        return pool.preparedQuery(StatisticsQueries.SCANNER)
                .execute(Tuple.of(scanner.projectId(), scanner.id()))
                .map(rows -> Rows.first(rows, ObservationStatistics::subject).orElseThrow(ApiException::notFound))
                .chain(subject -> (filter.isOfSums(subject.scannerType())
                                ? tallied(scanner, filter, since)
                                : raw(scanner, subject.scannerType(), filter, since))
                        .map(counts -> subject.stats(counts, recentDays)));
    }

    private static ObservationStats.Subject subject(Row row) {
        return new ObservationStats.Subject(
                row.getString("scanner_type"),
                Json.read(row.getValue("scanner_config").toString(), JsonNode.class));
    }

    Uni<ObservationCounts> tallied(ScannerKey scanner, ObservationFilter filter, OffsetDateTime since) {
        OffsetDateTime midnight = since.truncatedTo(ChronoUnit.DAYS).plusDays(1);
        Where where = filter.outcomes(scanner);
        String strands = where.bind(
                Strand.codes(Strand.of(filter).stream().filter(Strand::hasEnded).toList()));
        String sql = StatisticsQueries.tallied(where.sql(), strands, where.bind(since), where.bind(midnight));
        ObservationCounts counts = new ObservationCounts();
        return pool.preparedQuery(sql)
                .execute(where.values())
                .invoke(rows -> rows.forEach(row -> countTallied(counts, row)))
                .call(() -> filter.admitsSuccess()
                        ? answers(scanner, filter, counts)
                        : Uni.createFrom().voidItem())
                .replaceWith(counts);
    }

    private Uni<Void> answers(ScannerKey scanner, ObservationFilter filter, ObservationCounts counts) {
        return pool.preparedQuery(StatisticsQueries.TALLIED_ANSWERS)
                .execute(Tuple.of(scanner.projectId(), scanner.id(), filter.admittedTriggers()))
                .invoke(rows -> rows.forEach(row -> answered(counts, row)))
                .replaceWithVoid();
    }

    private static void answered(ObservationCounts counts, Row row) {
        Kind kind = Wire.find(Kind.class, row.getString("kind")).orElseThrow();
        counts.answers().add(kind, row.getString("value"), row.getLong("total"));
    }

    Uni<ObservationCounts> raw(ScannerKey scanner, String scannerType, ObservationFilter filter, OffsetDateTime since) {
        Where where = filter.rows(scanner);
        String sql = StatisticsQueries.raw(scannerType, where.sql(), where.bind(since));
        ObservationCounts counts = new ObservationCounts();
        return pool.preparedQuery(sql)
                .execute(where.values())
                .invoke(rows -> rows.forEach(row -> countWithAnswer(counts, row)))
                .replaceWith(counts);
    }

    private static void countTallied(ObservationCounts counts, Row row) {
        count(counts, row);
        counts.answers().addTagged(row.getLong("tagged"));
    }

    private static void countWithAnswer(ObservationCounts counts, Row row) {
        count(counts, row);
        counts.answers().plus(said(row), row.getLong("total"));
    }

    private static Answers.Said said(Row row) {
        BigDecimal score = row.getBigDecimal("score");
        return new Answers.Said(json(row, "tags"), json(row, "tags_freeform"), score);
    }

    private static JsonNode json(Row row, String column) {
        Object value = row.getValue(column);
        return value instanceof io.vertx.core.json.JsonArray list
                ? Json.read(list.encode(), JsonNode.class)
                : MissingNode.getInstance();
    }

    private static void count(ObservationCounts counts, Row row) {
        ObservationStatus status =
                ObservationStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT));
        counts.plus(status, row.getString("verdict"), row.getLong("total"));
        counts.addRecent(row.getLong("recent"));
    }
}
