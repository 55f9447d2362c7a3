package dev.sightline.signals.report;

/** SQL of the report row itself; lists have {@link ReportListQueries}. */
final class ReportQueries {

    private static final String COLUMNS = """
            id, status, status_before_suppression, title, summary, error, total_weight, signal_count, signals_at_run,
            run_count, created_at, promoted_at, last_run_at, successor_id, dismissal_reason, source_products""";

    /** Holds some reports and those that follow them to the end of the transaction. */
    static final String LOCK_WITH_SUCCESSORS = """
            with recursive line as (
                select id, successor_id from report where project_id = $1 and id = any ($2::uuid[])
                union
                select r.id, r.successor_id
                from line cross join lateral (
                    select id, successor_id from report where project_id = $1 and id = line.successor_id limit 1) r
            )
            select\s""" + COLUMNS + """
             from report
            where project_id = $1 and id = any (array(select id from line))
            order by id
            for update""";

    /** Holds candidates of any project. $1 how many. */
    static final String LOCK_CANDIDATES = "select project_id, " + COLUMNS + """
             from report
            where status = 'candidate'
            order by promoted_at
            limit $1
            for update skip locked""";

    private static final String ROWS = """
            unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::float8[], $9::int[],
                   $10::int[], $11::int[], $12::timestamptz[], $13::timestamptz[], $14::timestamptz[], $15::uuid[],
                   $16::text[])
                as n (id, status, before, title, summary, error, total_weight, signal_count, signals_at_run, run_count,
                      created_at, promoted_at, last_run_at, successor_id, products)""";

    private static final String PRODUCTS = "coalesce(string_to_array(nullif(products, ''), ','), '{}')";

    /** Writes reports that are new. $2 to $16: their columns. */
    static final String INSERT = """
            insert into report (project_id, id, status, status_before_suppression, title, summary, error, total_weight,
                                signal_count, signals_at_run, run_count, created_at, updated_at, promoted_at, last_run_at,
                                successor_id, source_products)
            select $1, id, status, before, title, summary, error, total_weight, signal_count, signals_at_run, run_count,
                   created_at, clock_timestamp(), promoted_at, last_run_at, successor_id,\s""" + PRODUCTS + " from " + ROWS;

    /** Writes reports that are there, as they are now. $2 to $16: their columns. */
    static final String UPDATE = """
            update report r set
                status = n.status,
                status_before_suppression = n.before,
                title = n.title,
                summary = n.summary,
                error = n.error,
                total_weight = n.total_weight,
                signal_count = n.signal_count,
                signals_at_run = n.signals_at_run,
                run_count = n.run_count,
                updated_at = clock_timestamp(),
                promoted_at = n.promoted_at,
                last_run_at = n.last_run_at,
                successor_id = n.successor_id,
                source_products =\s""" + PRODUCTS + " from " + ROWS + " where r.project_id = $1 and r.id = n.id";

    private ReportQueries() {}
}
