package dev.sightline.signals.report;

import dev.sightline.testing.TestProject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Fills a project with reports of every kind, frequent and rare. */
public final class ManyReports {

    private static final String FILL = """
            insert into report (project_id, id, status, title, summary, total_weight, signal_count, signals_at_run,
                                run_count, created_at, updated_at, priority, actionability, source_products, reviewers,
                                implementation_pr_url)
            select $1, gen_random_uuid(),
                   (array['ready', 'ready', 'potential', 'potential', 'potential', 'pending_input', 'failed', 'resolved',
                          'suppressed'])[1 + i % 9],
                   'Report ' || md5(i::text), 'What happened at ' || md5((i + 1)::text), random() * 3, 1 + i % 20, 0, 0,
                   now() - i * interval '1 second', now() - i * interval '1 second',
                   case when i % 2000 = 0 then 'P4' else (array['P0', 'P1', 'P2', 'P3', null, null])[1 + i % 6] end,
                   (array['immediately_actionable', 'requires_human_input', 'not_actionable', null])[1 + i % 4],
                   array[case when i % 3000 = 0 then 'jira'
                              else (array['github', 'zendesk', 'replay_vision', 'linear'])[1 + i % 4] end],
                   case when i % 5000 = 0 then array[$2] else '{}' end,
                   case when i % 1000 = 0 then 'https://github.com/a/b/pull/' || i end
            from generate_series(1, $3) as i""";

    private ManyReports() {}

    /** Adds them as a database does that has had time to look at its tables. */
    public static void fill(Pool pool, TestProject project, int reports) {
        pool.preparedQuery(FILL)
                .execute(Tuple.of(project.id(), project.person().githubLogin(), reports))
                .await()
                .indefinitely();
        pool.query("vacuum analyze report").execute().await().indefinitely();
        pool.query("vacuum analyze report_wording").execute().await().indefinitely();
        pool.query("analyze report_tally").execute().await().indefinitely();
    }
}
