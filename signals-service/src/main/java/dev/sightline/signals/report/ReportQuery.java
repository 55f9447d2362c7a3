package dev.sightline.signals.report;

import dev.sightline.api.Filters;
import dev.sightline.api.Ordering;
import dev.sightline.api.PageRequest;
import dev.sightline.signals.report.ReportFilter.Selection;
import dev.sightline.sql.Where;
import io.vertx.mutiny.sqlclient.Row;

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
        return ReportListQueries.count(selection, FEW);
    }

    /** What the count leaves to be read: the condition again, or the few reports that it named. */
    Where remaining(Row counted) {
        boolean named = counted.size() > 1 && counted.getLong(0) <= FEW;
        return named
                ? Where.project("r", viewer.projectId()).and("r.id = any (?::uuid[])", counted.getArrayOfUUIDs(1))
                : selection.where();
    }

    String reading(long count, Where where) {
        return count <= FEW
                ? ReportListQueries.pageOfFew(where, viewer.login(), ordering, page)
                : ReportListQueries.pageOfMany(where, viewer.login(), ordering, page);
    }
}
