package dev.sightline.signals.processing;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Looks at what is stored of a project, for tests. */
record Stored(Pool pool, int project) {

    /** Reports of the project whose counters are not the sums of their signals. */
    private static final String MISCOUNTED = """
            select count(*) from report r
            left join lateral (
                select count(*) as signals, coalesce(sum(s.weight), 0) as weight from signal s
                where s.project_id = r.project_id and s.report_id = r.id) n on true
            where r.project_id = $1 and (r.signal_count <> n.signals or abs(r.total_weight - n.weight) > 1e-6)""";

    long signals() {
        return count("select count(*) from signal where project_id = $1");
    }

    long distinctSources() {
        return count("select count(distinct source_id) from signal where project_id = $1");
    }

    long waiting() {
        return count("select count(*) from pending_signal where project_id = $1");
    }

    long reports() {
        return count("select count(*) from report where project_id = $1");
    }

    long miscounted() {
        return count(MISCOUNTED);
    }

    /** By how much the tally of the project's reports differs from their number. */
    long mistallied() {
        return count("""
                select abs((select count(*) from report where project_id = $1)
                    - (select coalesce(sum(reports), 0) from report_tally where project_id = $1))::bigint""");
    }

    long orphans() {
        return count("""
                select count(*) from signal s where s.project_id = $1 and not exists (
                    select from report r where r.project_id = s.project_id and r.id = s.report_id)""");
    }

    long count(String sql) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(project))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }

    void execute(String sql) {
        pool.preparedQuery(sql).execute(Tuple.of(project)).await().indefinitely();
    }
}
