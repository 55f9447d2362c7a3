package dev.sightline.signals.signal;

/** SQL of stored signals. */
final class SignalQueries {

    private static final String COLUMNS = """
            id, report_id, source_product, source_type, source_id, idempotent, description, weight, extra::text as extra,
            match_metadata::text as match_metadata, emitted_at, deleted""";

    /** Which of some signals are stored already, each looked up by itself. $2 to $6: columns of the signals. */
    static final String STORED = """
            select c.id
            from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::boolean[])
                as c (id, product, type, source_id, idempotent)
            where coalesce(
                (select true from signal s where s.project_id = $1 and s.id = c.id limit 1),
                case when c.idempotent then
                    (select true from signal s
                     where s.project_id = $1 and s.source_product = c.product and s.source_type = c.type
                       and s.source_id = c.source_id and s.idempotent
                     limit 1) end)""";

    static final String INSERT = """
            insert into signal (project_id, id, report_id, source_product, source_type, source_id, idempotent, description,
                                weight, extra, match_metadata, emitted_at, assigned_at, deleted, embedder, embedding)
            select $1, id, report_id, product, type, source_id, idempotent, description, weight, extra::jsonb,
                   match_metadata::jsonb, emitted_at, now(), deleted, embedder, embedding
            from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::text[],
                        $9::float8[], $10::text[], $11::text[], $12::timestamptz[], $13::boolean[], $14::text[],
                        $15::bytea[])
                as s (id, report_id, product, type, source_id, idempotent, description, weight, extra, match_metadata,
                      emitted_at, deleted, embedder, embedding)""";

    /** Live signals with their vectors, newest first. $2 since, $3 embedder, $4 how many, $5 and $6 the one before. */
    static final String LIVE = "select embedder, embedding, " + COLUMNS + """
             from signal
            where project_id = $1 and not deleted and emitted_at >= $2 and embedder = $3 and (emitted_at, id) < ($5, $6)
            order by emitted_at desc, id desc
            limit $4""";

    /** The live signals of a report, oldest first. */
    static final String OF_REPORT = "select " + COLUMNS + """
             from signal
            where project_id = $1 and report_id = $2 and not deleted
            order by emitted_at, id""";

    /** Holds the lane too, whose owner must then read the project's signals anew. */
    static final String DELETE_OF_REPORT = """
            with lane as (
                update lane set epoch = epoch + 1 where project_id = $1 returning project_id
            ), held as (
                select count(*) from lane
            )
            update signal set deleted = true where project_id = $1 and report_id = $2 and not deleted and (select count from held) >= 0""";

    private SignalQueries() {}
}
