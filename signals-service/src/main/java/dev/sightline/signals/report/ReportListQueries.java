package dev.sightline.signals.report;

import dev.sightline.api.Ordering;
import dev.sightline.api.PageRequest;
import dev.sightline.signals.report.ReportFilter.Selection;
import dev.sightline.sql.Where;

/** SQL of report lists and of the one report that a caller sees. */
final class ReportListQueries {

    private static final String COLUMNS = """
            r.id, r.title, r.summary, r.status, r.total_weight, r.signal_count, r.signals_at_run, r.created_at, r.updated_at,
            r.artefact_count, r.priority, r.actionability, r.already_addressed, r.dismissal_reason, r.dismissal_note,
            r.source_products, r.implementation_pr_url, r.status_rank""";

    /** Whether a login, the parameter, is asked to look at the report. */
    private static final String SUGGESTED = """
            (r.reviewers @> array[?::text] and r.reviewers <> '{}' and r.status <> 'failed'
             and not (r.status = 'ready' and r.actionability is not distinct from 'not_actionable'))""";

    private ReportListQueries() {}

    /** How many reports there are and, where only reading them tells, the ids of the first of them, at most so many. */
    static String count(Selection selection, int ids) {
        String where = selection.where().sql();
        return selection.tallied()
                ? "select coalesce(sum(r.reports), 0)::bigint from report_tally r where " + where
                : "with found as materialized (select r.id from report r where " + where
                        + ") select (select count(*) from found), array(select id from found limit " + ids + ")";
    }

    /** The reports that satisfy the condition, as somebody with that login sees them; null sees no suggestion. */
    static String one(Where where, String login) {
        return "select " + COLUMNS + ", " + suggested(where, login) + " as suggested from report r where "
                + where.sql();
    }

    /** A page of few reports: all are found first, by whichever index the condition suits, and then put in order. */
    static String pageOfFew(Where where, String login, Ordering ordering, PageRequest page) {
        return "with found as materialized (" + select(where, suggested(where, login)) + ") select * from found r"
                + order(ordering, "r.suggested") + window(page.limit(), page.offset());
    }

    /**
     * A page of many reports, read in the order of an index. Where suggestions come first, the few reports that are
     * suggested are found before all others.
     */
    static String pageOfMany(Where where, String login, Ordering ordering, PageRequest page) {
        String suggested = suggested(where, login);
        if (login == null || !ReportOrdering.suggestionsLead(ordering)) {
            return select(where, suggested) + order(ordering, suggested) + window(page.limit(), page.offset());
        }
        String rest = order(ReportOrdering.withoutLead(ordering), suggested)
                + window(Math.addExact(page.offset(), page.limit()), 0);
        return "with mine as materialized (" + select(where, "true") + " and " + suggested
                + ") select * from (select * from mine union all ("
                + select(where, "false") + " and not " + suggested + rest
                + ")) r" + order(ordering, "r.suggested") + window(page.limit(), page.offset());
    }

    private static String order(Ordering ordering, String suggested) {
        return " order by " + ReportOrdering.sql(ordering, suggested);
    }

    private static String window(long limit, long offset) {
        return " limit " + limit + " offset " + offset;
    }

    private static String select(Where where, String suggested) {
        return "select " + COLUMNS + ", " + suggested + " as suggested from report r where " + where.sql();
    }

    private static String suggested(Where where, String login) {
        return login == null ? "false" : SUGGESTED.replace("?", where.bind(login));
    }
}
