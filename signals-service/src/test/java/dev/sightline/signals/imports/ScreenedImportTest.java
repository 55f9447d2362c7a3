package dev.sightline.signals.imports;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static dev.sightline.signals.imports.GithubIssues.issue;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sightline.signals.GithubDouble;
import dev.sightline.signals.Inbox;
import dev.sightline.signals.model.ModelDouble;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports of a project whose signals a language model sees. */
@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class ScreenedImportTest {

    private static final String KEEP = "{\"explanation\": \"A defect.\", \"verdict\": \"ACTIONABLE\"}";
    private static final String DROP = "{\"explanation\": \"Only thanks.\", \"verdict\": \"NOT_ACTIONABLE\"}";

    private final GithubDouble github = new GithubDouble();
    private final GithubIssues issues = new GithubIssues(github);
    private final ModelDouble model = new ModelDouble();
    private final Inbox inbox = new Inbox(TestDirectory.newProject(github::connect));

    @Inject
    GithubImport imported;

    @Inject
    Pool pool;

    @BeforeEach
    void serve() {
        model.serve(inbox.project().id());
        model.answer("import_relevance", KEEP);
        model.answer("signal_safety", "{\"explanation\": \"Harmless.\", \"threat_type\": \"none\", \"safe\": true}");
        List.of("search_queries", "signal_match", "specificity", "report_safety")
                .forEach(question -> model.fail(question, 400));
    }

    @AfterEach
    void hangUp() {
        execute("update source_config set enabled = false where project_id = $1");
        github.close();
        model.close();
    }

    @Test
    void whatNobodyCanActOnIsLeftOutAndLongIssuesAreSummarised() {
        model.answer("import_relevance", containing("Thank you"), DROP);
        model.answer("condensed_text", "{\"title\": \"Cart is slow\", \"summary\": \"Ten seconds at /cart.\"}");
        issues.answer(
                issue(31, "Thank you", "You are great."),
                issue(32, "Slow", "The cart takes ten seconds. ".repeat(200)),
                issue(33, "Cart button dead", "Pressing it does nothing."));
        switchOn("");

        run();

        assertEquals(
                List.of("Cart button dead\nPressing it does nothing.", "Cart is slow\nTen seconds at /cart."),
                descriptions(2));
    }

    @Test
    void theRulesOfTheTeamReachTheModel() {
        model.answer("import_relevance", containing("Only defects of the checkout."), DROP);
        model.answer("import_relevance", containing("Coupon"), KEEP);
        issues.answer(issue(34, "Search is slow", "It takes a while."), issue(36, "Coupon", "It is applied twice."));
        switchOn("Only defects of the checkout.");

        run();

        assertEquals(List.of("Coupon\nIt is applied twice."), descriptions(1));
        assertEquals(2, model.asked("import_relevance"));
    }

    @Test
    void aModelThatFailsHoldsNothingBack() {
        model.fail("import_relevance", 400);
        model.fail("condensed_text", 400);
        issues.answer(issue(35, "Slow", "The cart takes ten seconds. ".repeat(200)));
        switchOn("");

        run();

        String description = descriptions(1).get(0);
        assertTrue(description.startsWith("Slow\nThe cart takes"));
        assertEquals(2_000, description.length());
    }

    private void switchOn(String steering) {
        inbox.post(
                        "source_configs",
                        Map.of(
                                "source_product",
                                "github",
                                "source_type",
                                "issue",
                                "config",
                                Map.of("repositories", List.of(github.repository()), "steering", steering)))
                .then()
                .statusCode(201);
    }

    private void run() {
        imported.look().await().atMost(Duration.ofSeconds(30));
    }

    private List<String> descriptions(int expected) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertEquals(expected, stored().size()));
        return stored();
    }

    private List<String> stored() {
        return StreamSupport.stream(
                        execute("select description from signal where project_id = $1 order by 1")
                                .spliterator(),
                        false)
                .map(row -> row.getString(0))
                .toList();
    }

    private RowSet<Row> execute(String sql) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(inbox.project().id()))
                .await()
                .indefinitely();
    }
}
