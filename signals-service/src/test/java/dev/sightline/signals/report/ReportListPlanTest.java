package dev.sightline.signals.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.api.Filters;
import dev.sightline.api.PageRequest;
import dev.sightline.sql.Where;
import dev.sightline.testing.FakeUri;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import dev.sightline.testing.TestProject;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever filter is set, a page of the default order touches few of a project's many reports. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class ReportListPlanTest {

    private static final int REPORTS = 30_000;
    private static final int TOUCHED_AT_MOST = 3_000;
    private static final Pattern ROWS = Pattern.compile("actual [^)]*rows=([\\d.]+) loops=(\\d+)");
    private static final Pattern REMOVED = Pattern.compile("Rows Removed by [^:]*: (\\d+)");

    private static TestProject project;

    @Inject
    Pool pool;

    @BeforeEach
    void fillOnce() {
        if (project == null) {
            project = TestDirectory.newProject();
            ManyReports.fill(pool, project, REPORTS);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=20|ix_report_project_rank",
                "status=ready|ix_report_project_rank",
                "status=resolved|ix_report_project_rank",
                "status=pending_input,suppressed|ix_report_project_rank",
                "priority=P0|ix_report_project_priority_rank",
                "priority=P4|ix_report_project_priority_rank",
                "priority=P0,P2|ix_report_project",
                "actionability=not_actionable|ix_report_project_actionability_rank",
                "has_implementation_pr=1|ix_report_project_rank_pr",
                "has_implementation_pr=0|ix_report_project_rank",
                "source_product=github|ix_report_project_rank",
                "source_product=jira|ix_report_project_products",
                "search=abcdef|ix_report_wording_project_words",
                "suggested_reviewers=me|ix_report_project_reviewers",
                "task_id=0192a3b4-0000-7000-8000-000000000000|ix_report_artefact_project_task"
            })
    void entersAnIndexAndReadsFewReports(String filter, String index) {
        ReportQuery query = query(filter);
        Where asked = query.selection().where();
        Row counted = execute(query.counting(), asked).iterator().next();
        Where remaining = query.remaining(counted);

        List<String> plan = explain(query.reading(counted.getLong(0), remaining), remaining);
        if (!query.selection().tallied()) {
            plan.addAll(explain(query.counting(), asked));
        }

        String text = String.join("\n", plan);
        assertTrue(text.contains(index), text);
        assertFalse(text.contains("Seq Scan on report"), text);
        assertTrue(touched(plan) <= TOUCHED_AT_MOST, text);
    }

    @Test
    void talliesAreWhatCountingWouldFind() {
        for (String filter : List.of("limit=1", "status=ready,failed", "priority=P4", "source_product=jira,linear")) {
            ReportQuery query = query(filter);
            Where where = query.selection().where();
            assertEquals(
                    scalar("select count(*) from report r where " + where.sql(), where),
                    scalar(query.counting(), where),
                    filter);
        }
    }

    private static ReportQuery query(String filter) {
        String asked = filter.replace("=me", "=" + project.person().uuid());
        return ReportQuery.of(
                new Viewer(project.id(), project.organization(), project.person()),
                Filters.of(FakeUri.of("http://localhost/?" + asked)),
                new PageRequest(20, 0, null));
    }

    private long scalar(String sql, Where where) {
        return execute(sql, where).iterator().next().getLong(0);
    }

    private List<String> explain(String sql, Where where) {
        List<String> lines = new ArrayList<>();
        execute("explain (analyze, timing off) " + sql, where).forEach(row -> lines.add(row.getString(0)));
        return lines;
    }

    private RowSet<Row> execute(String sql, Where where) {
        return pool.preparedQuery(sql).execute(where.values()).await().indefinitely();
    }

    /** Rows that the leaves of a plan found, whether they were wanted or not. */
    private static double touched(List<String> plan) {
        double found = plan.stream()
                .filter(line -> line.contains(" on report"))
                .flatMap(line -> ROWS.matcher(line).results())
                .mapToDouble(ReportListPlanTest::rows)
                .sum();
        double removed = plan.stream()
                .flatMap(line -> REMOVED.matcher(line).results())
                .mapToDouble(result -> Double.parseDouble(result.group(1)))
                .sum();
        return found + removed;
    }

    private static double rows(MatchResult result) {
        return Double.parseDouble(result.group(1)) * Double.parseDouble(result.group(2));
    }
}
