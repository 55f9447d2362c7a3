package dev.sightline.signals.report;

import dev.sightline.sql.Rows;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Deletes signals that have been kept long enough. Their reports stay and say from which products they still have
 * signals. Every replica may do it.
 */
@ApplicationScoped
class SignalRetention {

    private static final int CHUNK = 1_000;

    /** Chunk by chunk, report by report: nobody waits for more than a few rows. $1 before, $2 how many at most. */
    private static final String EXPIRE = """
            with old as (
                select distinct project_id, report_id
                from (select project_id, report_id from signal where emitted_at < $1 limit $2) as aged
            ), held as (
                select r.project_id, r.id
                from report r
                join old on old.project_id = r.project_id and old.report_id = r.id
                order by r.project_id, r.id
                for update of r skip locked
            ), gone as (
                delete from signal s using held
                where s.project_id = held.project_id and s.report_id = held.id and s.emitted_at < $1
            )
            update report r
            set source_products = array(
                    select distinct s.source_product from signal s
                    where s.project_id = r.project_id and s.report_id = r.id and not s.deleted and s.emitted_at >= $1
                    order by 1)
            from held
            where r.project_id = held.project_id and r.id = held.id""";

    private final Pool pool;
    private final ReportConfig config;
    private final Clock clock;

    SignalRetention(Pool pool, ReportConfig config, Clock clock) {
        this.pool = pool;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "{sightline.signals.reports.retention-interval:1h}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> expire() {
        return Multi.createBy()
                .repeating()
                .uni(this::expireSome)
                .whilst(reports -> reports > 0)
                .onItem()
                .ignoreAsUni();
    }

    /** How many reports lost signals. */
    private Uni<Integer> expireSome() {
        return pool.preparedQuery(EXPIRE)
                .execute(Tuple.of(Rows.parameter(clock.instant().minus(config.retention())), CHUNK))
                .map(rows -> rows.rowCount());
    }
}
