package dev.sightline.vision.observation;

import dev.sightline.sql.Rows;
import dev.sightline.sql.Where;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Counts what passes a filter: from sums where there are some for what is asked, else from the rows. */
@ApplicationScoped
class ObservationCounting {

    private final Pool pool;

    ObservationCounting(Pool pool) {
        this.pool = pool;
    }

    Uni<Found> of(ScannerKey scanner, ObservationFilter filter) {
        if (Strand.of(filter).isEmpty()) {
            return Uni.createFrom().item(Found.NONE);
        }
        if (filter.isOfOutcomes()) {
            return ofOutcomes(scanner, filter).map(Found::all);
        }
        return filter.isOfTags() ? ofTags(scanner, filter) : ofRest(scanner, filter);
    }

    /** Verdicts and tags are not given by the same scanner: the sums of the former mostly say that there is nothing. */
    private Uni<Found> ofRest(ScannerKey scanner, ObservationFilter filter) {
        if (!filter.sessionIds().isEmpty()) {
            return ofRows(scanner, filter).map(Found::scattered);
        }
        return ofOutcomes(scanner, filter)
                .chain(some -> some == 0 ? Uni.createFrom().item(0L) : ofRows(scanner, filter))
                .map(Found::scattered);
    }

    Uni<Long> ofOutcomes(ScannerKey scanner, ObservationFilter filter) {
        Where where = filter.outcomes(scanner);
        return number(ObservationQueries.countOfOutcomes(where.sql()), where.values());
    }

    Uni<Long> ofRows(ScannerKey scanner, ObservationFilter filter) {
        Where where = filter.rows(scanner);
        return number("select count(*) from observation where " + where.sql(), where.values());
    }

    /** For one tag there is a sum of its own. */
    Uni<Found> ofTags(ScannerKey scanner, ObservationFilter filter) {
        List<String> tags = filter.tags();
        boolean one = tags.size() == 1;
        Tuple values = Tuple.of(
                scanner.projectId(),
                scanner.id(),
                filter.admittedTriggers(),
                one ? tags.get(0) : tags.toArray(String[]::new));
        return pool.preparedQuery(one ? ObservationQueries.COUNT_OF_TAG : ObservationQueries.COUNT_OF_TAGS)
                .execute(values)
                .map(rows -> Rows.first(rows, row -> new Found(row.getLong("count"), row.getLong("among")))
                        .orElse(Found.NONE));
    }

    private Uni<Long> number(String sql, Tuple values) {
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
