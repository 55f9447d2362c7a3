package dev.sightline.vision.observation;

import dev.sightline.api.Ordering;
import dev.sightline.api.PageRequest;
import dev.sightline.sql.Rows;
import dev.sightline.sql.Where;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rows of a page. There are two ways to them: to walk the order until enough rows were met that pass, which costs
 * little when many do, and to take all that pass and put them in order, which costs little when few do.
 */
@ApplicationScoped
class ObservationPages {

    /** What to list, and which part of it. */
    record Asked(ScannerKey scanner, ObservationFilter filter, Ordering.Key order, PageRequest page) {

        long wanted() {
            return page.offset() + page.limit();
        }
    }

    /** @param count of all pages */
    record Listed(long count, List<StoredObservation> rows) {}

    private final Pool pool;
    private final ObservationCounting counting;

    ObservationPages(Pool pool, ObservationCounting counting) {
        this.pool = pool;
        this.counting = counting;
    }

    Uni<Listed> of(Asked asked) {
        return counting.of(asked.scanner(), asked.filter())
                .chain(found -> read(asked, found).map(rows -> new Listed(found.count(), rows)));
    }

    private Uni<List<StoredObservation>> read(Asked asked, Found found) {
        if (found.count() <= asked.page().offset()) {
            return Uni.createFrom().item(List.of());
        }
        return found.isFewFor(asked.wanted()) ? taken(asked) : walked(asked);
    }

    Uni<List<StoredObservation>> walked(Asked asked) {
        ScannerKey scanner = asked.scanner();
        Where where = asked.filter().met(Where.project(scanner.projectId()).and("scanner_id = ?", scanner.id()));
        return rows(page(walked(asked, where), asked), where);
    }

    static String walked(Asked asked, Where where) {
        String wanted = where.bind(asked.wanted());
        String walks = Walks.of(Strand.of(asked.filter()), asked.order()).stream()
                .map(walk -> walk.sql(where, wanted))
                .collect(Collectors.joining(" union all "));
        return "select id, rank, key from (" + walks + ") met" + order(asked, where);
    }

    Uni<List<StoredObservation>> taken(Asked asked) {
        Where where = asked.filter().rows(asked.scanner());
        return rows(page(taken(asked, where), asked), where);
    }

    static String taken(Asked asked, Where where) {
        return "with taken as materialized (select id, 0 as rank, "
                + ObservationOrder.KEYS.get(asked.order().name())
                + " as key from observation where " + where.sql() + ") select id, rank, key from taken"
                + order(asked, where);
    }

    private static String order(Asked asked, Where where) {
        return " order by rank, key" + ObservationOrder.direction(asked.order()) + ", id limit "
                + where.bind((long) asked.page().limit()) + " offset "
                + where.bind(asked.page().offset());
    }

    /** Only the rows of the page are read whole. */
    static String page(String ids, Asked asked) {
        return "select " + ObservationQueries.COLUMNS + " from observation join (" + ids
                + ") page using (id) order by page.rank, page.key" + ObservationOrder.direction(asked.order()) + ", id";
    }

    private Uni<List<StoredObservation>> rows(String sql, Where where) {
        ObservationRows rows = new ObservationRows();
        return pool.preparedQuery(sql).execute(where.values()).map(found -> Rows.list(found, rows::read));
    }
}
