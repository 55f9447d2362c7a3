package dev.sightline.signals.processing;

/** SQL of what models are shown of signals and reports. */
final class LibraryQueries {

    /** The newest signal of each source since an instant, $2, cut to what is shown. */
    static final String EXAMPLES = """
            select distinct on (source_product, source_type)
                   source_product, source_type, left(description, 300) as description
            from signal
            where project_id = $1 and not deleted and emitted_at >= $2
            order by source_product, source_type, emitted_at desc, id desc""";

    /** $2 signals. */
    static final String TEXTS = """
            select id, source_product, source_type, left(description, 2000) as description
            from signal
            where project_id = $1 and id = any ($2::uuid[]) and not deleted""";

    /** $2 reports. */
    static final String CARDS = """
            select id, coalesce(title, '') as title, signal_count
            from report
            where project_id = $1 and id = any ($2::uuid[]) and status <> 'deleted'""";

    /** $2 report. */
    static final String NEWEST = """
            select left(description, 1000) as description
            from signal
            where project_id = $1 and report_id = $2 and not deleted
            order by emitted_at desc, id desc
            limit 8""";

    private LibraryQueries() {}
}
