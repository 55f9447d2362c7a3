package dev.sightline.signals.report;

import dev.sightline.api.ApiException;
import dev.sightline.api.Filters;
import dev.sightline.api.Page;
import dev.sightline.api.PageRequest;
import dev.sightline.signals.signal.SignalStore;
import dev.sightline.sql.Rows;
import dev.sightline.sql.Where;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
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

    /** A page of the reports that the filters leave. */
    Uni<Page<ReportView>> list(Viewer viewer, Filters filters, PageRequest page) {
        ReportQuery query = ReportQuery.of(viewer, filters, page);
        return pool.preparedQuery(query.counting())
                .execute(query.selection().where().values())
                .flatMap(rows -> page(query, rows.iterator().next()));
    }

    private Uni<Page<ReportView>> page(ReportQuery query, Row counted) {
        PageRequest page = query.page();
        long count = counted.getLong(0);
        if (page.offset() >= count) {
            return Uni.createFrom().item(page.page(count, List.of()));
        }
        Where where = query.remaining(counted);
        String sql = query.reading(count, where);
        return rows(sql, where.values()).map(rows -> page.page(count, rows));
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
