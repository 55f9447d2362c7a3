package dev.sightline.signals.report;

import dev.sightline.api.ApiException;
import dev.sightline.api.Filters;
import dev.sightline.api.Ordering;
import dev.sightline.api.Page;
import dev.sightline.api.PageRequest;
import dev.sightline.signals.signal.SignalStore;
import dev.sightline.sql.Rows;
import dev.sightline.sql.Where;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Reports as callers see them. */
@ApplicationScoped
class ReportReader {

    private final Pool pool;
    private final SignalStore signals;

    ReportReader(Pool pool, SignalStore signals) {
        this.pool = pool;
        this.signals = signals;
    }

    Uni<Page<ReportView>> list(Viewer viewer, Filters filters, PageRequest page) {
        Ordering ordering = ReportOrdering.of(filters);
        Where where = ReportFilter.where(filters, viewer.projectId(), viewer.organization());
        String count = ReportListQueries.count(where);
        Tuple counted = where.values();
        String rows = ReportListQueries.page(where, viewer.login(), ordering, page);
        return Uni.combine()
                .all()
                .unis(count(count, counted), rows(rows, where.values()))
                .asTuple()
                .map(both -> page.page(both.getItem1(), both.getItem2()));
    }

    private Uni<Long> count(String sql, Tuple values) {
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private Uni<List<ReportView>> rows(String sql, Tuple values) {
        return pool.preparedQuery(sql).execute(values).map(rows -> Rows.list(rows, ReportView::of));
    }

    /** One report that is not deleted; otherwise a 404. */
    Uni<ReportView> find(Viewer viewer, UUID id) {
        Where where = Where.project("r", viewer.projectId()).and("r.id = ?", id).and("r.status <> 'deleted'");
        String sql = ReportListQueries.one(where, viewer.login());
        return rows(sql, where.values()).map(found -> found.stream().findFirst().orElseThrow(ApiException::notFound));
    }

    /** A report with its live signals. */
    Uni<ReportSignals> withSignals(Viewer viewer, UUID id) {
        return find(viewer, id).flatMap(report -> signals.ofReport(viewer.projectId(), id)
                .map(members -> ReportSignals.of(report, members)));
    }
}
