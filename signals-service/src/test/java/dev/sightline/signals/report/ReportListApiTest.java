package dev.sightline.signals.report;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.sightline.signals.Inbox;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class ReportListApiTest {

    private static final String ROW = """
            insert into report (project_id, id, status, title, summary, total_weight, signal_count, signals_at_run,
                                run_count, created_at, updated_at, priority, actionability, source_products, reviewers,
                                implementation_pr_url)
            select $1, gen_random_uuid(), status, title, 'About ' || title, weight, signals, 0, 0,
                   now() - days * interval '1 day', now() - days * interval '1 day', priority, actionability,
                   string_to_array(products, ','), string_to_array(reviewers, ','), pr
            from (values
                ('ready', 'alpha', 1.0, 3, 1, 'P2', 'immediately_actionable', 'github,linear', '', null),
                ('ready', 'beta', 2.0, 2, 2, 'P0', 'not_actionable', 'github', $2, null),
                ('ready', 'gamma', 5.0, 9, 3, null, null, 'zendesk', '', 'https://github.com/a/b/pull/1'),
                ('pending_input', 'delta', 1.5, 1, 4, 'P1', 'requires_human_input', 'github', $2, null),
                ('failed', 'epsilon', 0.9, 1, 0, null, null, 'github', $2, null),
                ('potential', 'zeta 100%', 0.5, 1, 5, null, null, 'linear', '', null),
                ('suppressed', 'eta', 3.0, 4, 6, 'P4', null, 'github', '', null),
                ('deleted', 'theta', 9.0, 4, 0, 'P0', null, 'github', '', null))
                as r (status, title, weight, signals, days, priority, actionability, products, reviewers, pr)""";

    private final Inbox inbox = new Inbox(TestDirectory.newProject());

    @Inject
    Pool pool;

    @BeforeEach
    void reports() {
        String login = inbox.project().person().githubLogin();
        pool.preparedQuery(ROW)
                .execute(Tuple.of(inbox.project().id(), login))
                .await()
                .indefinitely();
    }

    @Test
    void whatTheCallerShouldReviewComesFirstThenByStatusAndNews() {
        titles("").body("results.title", contains("delta", "alpha", "gamma", "beta", "zeta 100%", "epsilon"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status=suppressed|eta",
                "status=potential, failed|zeta 100%;epsilon",
                "status=,|",
                "search=GAM|gamma",
                "search=about d|delta",
                "search=0%25|zeta 100%",
                "search=_|",
                "source_product=linear|alpha;zeta 100%",
                "source_product=fax|",
                "priority=p0,P1|delta;beta",
                "actionability=not_actionable|beta",
                "has_implementation_pr=YES|gamma",
                "has_implementation_pr=0&status=potential|zeta 100%",
                "has_implementation_pr=&status=potential|zeta 100%",
                "suggested_reviewers=00000000-0000-0000-0000-000000000000|",
                "task_id=00000000-0000-0000-0000-000000000000|",
                "ordering=-total_weight|gamma;beta;delta;alpha;epsilon;zeta 100%",
                "ordering=signal_count,-created_at|epsilon;delta;zeta 100%;beta;alpha;gamma",
                "ordering=priority,-total_weight|beta;delta;alpha;gamma;epsilon;zeta 100%",
                "ordering=-priority,total_weight|zeta 100%;epsilon;gamma;alpha;delta;beta",
                "ordering=colour,created_at|zeta 100%;delta;gamma;beta;alpha;epsilon",
                "ordering=colour&status=potential|zeta 100%",
                "limit=2&offset=1|alpha;gamma",
                "limit=nonsense&status=suppressed|eta",
            })
    void filtersAndOrdersAsAsked(String query, String expected) {
        List<String> expectedTitles = expected == null ? List.of() : List.of(expected.split(";"));

        titles("?" + query).body("results.title", equalTo(expectedTitles));
    }

    @ParameterizedTest
    @CsvSource({
        "status=deleted,status",
        "status=ready%2Clost,status",
        "priority=P5,priority",
        "actionability=maybe,actionability",
        "task_id=x,task_id",
        "suggested_reviewers=ada,suggested_reviewers",
        "has_implementation_pr=perhaps,has_implementation_pr",
    })
    void aFilterThatMakesNoSenseIsRefused(String query, String parameter) {
        inbox.asMember()
                .urlEncodingEnabled(false)
                .get(inbox.path("reports?" + query))
                .then()
                .statusCode(400)
                .body("attr", equalTo(parameter));
    }

    @Test
    void theRefusalOfAStatusNamesTheAcceptedOnes() {
        inbox.get("reports?status=lost")
                .then()
                .body("detail", containsString("lost"))
                .body("detail", containsString("pending_input"));
    }

    @Test
    void pagesAreCountedAndLinked() {
        titles("?limit=4")
                .body("count", equalTo(6))
                .body("results", hasSize(4))
                .body("next", containsString("offset=4"));
    }

    @Test
    void oneReportIsFoundUnlessDeleted() {
        for (String title : new String[] {"eta", "theta"}) {
            UUID id = pool.preparedQuery("select id from report where project_id = $1 and title = $2")
                    .execute(Tuple.of(inbox.project().id(), title))
                    .await()
                    .indefinitely()
                    .iterator()
                    .next()
                    .getUUID(0);
            inbox.get("reports/" + id).then().statusCode(title.equals("eta") ? 200 : 404);
        }
    }

    private ValidatableResponse titles(String query) {
        return inbox.asMember()
                .urlEncodingEnabled(false)
                .get(inbox.path("reports" + query.replace(" ", "%20")))
                .then()
                .statusCode(200);
    }
}
