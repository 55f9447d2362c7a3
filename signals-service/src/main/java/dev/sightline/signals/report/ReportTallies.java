package dev.sightline.signals.report;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** Adds up what was appended to the tallies of reports, so that counting reads few rows. Every replica may do it. */
@ApplicationScoped
class ReportTallies {

    private static final String SETTLE = """
            with busy as (
                select distinct project_id from report_tally where not settled limit 200
            ), gone as (
                delete from report_tally t using busy b where t.project_id = b.project_id returning t.*
            )
            insert into report_tally
            select project_id, status_rank, priority, actionability, has_implementation_pr, source_products, sum(reports),
                   true
            from gone
            group by 1, 2, 3, 4, 5, 6
            having sum(reports) <> 0""";

    private final Pool pool;

    ReportTallies(Pool pool) {
        this.pool = pool;
    }

    @Scheduled(every = "{sightline.signals.reports.tally-interval:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> settle() {
        return pool.query(SETTLE).execute().replaceWithVoid();
    }
}
