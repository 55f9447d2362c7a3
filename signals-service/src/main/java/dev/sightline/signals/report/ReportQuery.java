package dev.sightline.signals.report;

import dev.sightline.api.Filters;
import dev.sightline.api.Ordering;
import dev.sightline.api.PageRequest;
import dev.sightline.signals.report.ReportFilter.Selection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * A page of reports that somebody asks for. They are counted first, which also tells how they are best found: few are
 * looked up and sorted, many are read in the order of an index until the page is full.
 */
record ReportQuery(Viewer viewer, Selection selection, Ordering ordering, PageRequest page) {

    private static final int FEW = 2_000;

    static ReportQuery of(Viewer viewer, Filters filters, PageRequest page) {
        Selection selection = ReportFilter.of(filters, viewer.projectId(), viewer.organization());
        return new ReportQuery(viewer, selection, ReportOrdering.of(filters), page);
    }

    String counting() {
        return ReportListQueries.count(selection);
    }

    String reading(long count) {
        return count <= FEW
                ? ReportListQueries.pageOfFew(selection.where(), viewer.login(), ordering, page)
                : ReportListQueries.pageOfMany(selection.where(), viewer.login(), ordering, page);
    }

    /** The parameters of the statement that was asked for last. */
    Tuple values() {
        return selection.where().values();
    }
}
