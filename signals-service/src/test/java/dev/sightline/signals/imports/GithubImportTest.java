package dev.sightline.signals.imports;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.sightline.signals.imports.GithubIssues.issue;
import static dev.sightline.signals.imports.GithubIssues.pullRequest;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.sightline.signals.GithubDouble;
import dev.sightline.signals.Inbox;
import dev.sightline.signals.sourceconfig.Imports;
import dev.sightline.signals.sourceconfig.Imports.Claim;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class GithubImportTest {

    private static final String BODY = "Pressing the button does nothing. The console is silent.";

    private final GithubDouble github = new GithubDouble();
    private final GithubIssues issues = new GithubIssues(github);
    private final Inbox inbox = new Inbox(TestDirectory.newProject(github::connect));

    @Inject
    GithubImport imported;

    @Inject
    Imports imports;

    @Inject
    Pool pool;

    @AfterEach
    void hangUp() {
        switchOff();
        github.close();
    }

    @Test
    void anOpenIssueBecomesASignalOnce() {
        issues.answer(issue(7, "Cart button dead", BODY));
        switchOn(List.of(github.repository()));

        run();
        run();

        awaitSignals(1);
        assertEquals("completed", status());
        Row signal = signals().get(0);
        assertEquals("2900000007", signal.getString("source_id"));
        assertEquals("Cart button dead\n" + BODY, signal.getString("description"));
        assertEquals(1.0, signal.getDouble("weight"));
        assertEquals("grace", signal.getString("author"));
        assertEquals("bug", signal.getString("label"));
    }

    @Test
    void pullRequestsClosedOldEmptyAndBrokenOnesAreLeftOut() {
        issues.answer(
                pullRequest(1),
                issue(2, "Closed", BODY).put("state", "closed"),
                issue(3, "Old", BODY).put("created_at", "2020-01-01T00:00:00Z"),
                issue(4, "Without a body", null),
                issue(5, "Blank", " \n"),
                issue(6, "Broken", BODY).putNull("created_at"),
                issue(7, "Cart button dead", BODY));
        switchOn(List.of(github.repository()));

        run();

        awaitSignals(1);
        assertEquals("2900000007", signals().get(0).getString("source_id"));
    }

    @Test
    void longIssuesAreCut() {
        issues.answer(issue(8, "Long", "\uD83D\uDC1E".repeat(5_000)));
        switchOn(List.of(github.repository()));

        run();

        awaitSignals(1);
        String description = signals().get(0).getString("description");
        assertEquals(2_000, description.codePointCount(0, description.length()));
    }

    @Test
    void everyPageIsReadFromTheConnectionsOwnHost() {
        issues.firstPage(issue(11, "First", BODY));
        issues.secondPage(issue(12, "Second", "Something else about the invoices: the PDF is empty."));
        switchOn(List.of(github.repository()));

        run();

        awaitSignals(2);
        assertEquals(2, issues.asked());
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() {
        issues.answer(issue(13, "Cart button dead", BODY));
        switchOn(List.of(github.repository()));
        run();
        run();
        issues.unchanged();

        run();

        assertEquals("completed", status());
        assertEquals(3, issues.asked());
        awaitSignals(1);
    }

    @Test
    void withoutAListAllRepositoriesOfTheAccountAreRead() {
        github.server()
                .stubFor(get(urlPathEqualTo("/search/repositories"))
                        .willReturn(
                                okJson("{\"total_count\":2,\"incomplete_results\":false,\"items\":[{\"full_name\":\""
                                        + github.repository() + "\",\"archived\":false},{\"full_name\":\""
                                        + github.owner()
                                        + "/attic\",\"archived\":true}]}")));
        issues.answer(issue(14, "Cart button dead", BODY));
        switchOn(List.of());

        run();

        awaitSignals(1);
        assertEquals("completed", status());
    }

    @Test
    void aRepositoryWithoutIssuesIsNoFailure() {
        issues.answer(jsonResponse("{\"message\":\"Issues are disabled for this repo\"}", 410));
        switchOn(List.of(github.repository()));

        run();

        assertEquals("completed", status());
    }

    @Test
    void aRateLimitIsWaitedOut() {
        long reset = Instant.now().plusSeconds(1_800).getEpochSecond();
        issues.answer(limited(403)
                .withHeader("x-ratelimit-remaining", "0")
                .withHeader("x-ratelimit-reset", String.valueOf(reset)));
        switchOn(List.of(github.repository()));

        run();

        assertEquals("failed", status());
        assertTrue(rest() > 1_700 && rest() <= 1_800, "rest " + rest());
    }

    @Test
    void aSecondaryLimitIsWaitedOutAsLongAsGithubSays() {
        issues.answer(limited(429).withHeader("Retry-After", "77"));
        switchOn(List.of(github.repository()));

        run();

        assertTrue(rest() > 60 && rest() <= 77, "rest " + rest());
    }

    private static ResponseDefinitionBuilder limited(int status) {
        return jsonResponse("{\"message\":\"API rate limit exceeded\"}", status);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 500, 503})
    void aRefusalIsShownAndTheNextImportBeginsWhereThisOneDid(int status) {
        issues.answer(jsonResponse("{\"message\":\"Bad credentials\"}", status));
        switchOn(List.of(github.repository()));
        run();
        assertEquals("failed", status());
        issues.answer(issue(15, "Cart button dead", BODY));

        run();

        assertEquals("completed", status());
        awaitSignals(1);
    }

    @Test
    void anAnswerThatIsNoListIsAFailure() {
        issues.answer(aResponse().withBody("<html>Unicorn!</html>"));
        switchOn(List.of(github.repository()));

        run();

        assertEquals("failed", status());
    }

    @Test
    void nothingIsAskedForWhatIsSwitchedOff() {
        issues.answer(issue(16, "Cart button dead", BODY));
        switchOn(List.of(github.repository()));
        switchOff();

        run();

        assertEquals(0, issues.asked());
        assertNull(status());
    }

    @Test
    void anImportBelongsToOneReplicaAtATime() {
        switchOn(List.of(github.repository()));

        List<Optional<Claim>> claims = IntStream.range(0, 4)
                .mapToObj(i -> imports.claim(GithubIssue.SOURCE, Duration.ofMinutes(1))
                        .await()
                        .indefinitely())
                .toList();

        assertEquals(
                1,
                claims.stream()
                        .flatMap(Optional::stream)
                        .filter(claim -> claim.projectId() == inbox.project().id())
                        .count());
    }

    @Test
    void whoLostTheImportStoresNothing() {
        switchOn(List.of(github.repository()));
        Claim claim = imports.claim(GithubIssue.SOURCE, Duration.ZERO)
                .await()
                .indefinitely()
                .orElseThrow();

        Throwable failure = pool.withTransaction(tx -> imports.keep(tx, claim, Duration.ofMinutes(1)))
                .onItemOrFailure()
                .transform((kept, thrown) -> thrown)
                .await()
                .indefinitely();

        assertTrue(failure instanceof IllegalStateException);
    }

    @Test
    void repositoriesMustBeNames() {
        inbox.post(
                        "source_configs",
                        Map.of(
                                "source_product",
                                "github",
                                "source_type",
                                "issue",
                                "config",
                                Map.of("repositories", List.of("not a repository"))))
                .then()
                .statusCode(400)
                .body("attr", equalTo("config"));
    }

    private void switchOn(List<String> repositories) {
        inbox.post(
                        "source_configs",
                        Map.of(
                                "source_product",
                                "github",
                                "source_type",
                                "issue",
                                "config",
                                Map.of("repositories", repositories)))
                .then()
                .statusCode(201);
    }

    private void switchOff() {
        execute("update source_config set enabled = false where project_id = $1");
    }

    /** An import of this project, now. */
    private void run() {
        execute("update source_import set due_at = now() - interval '1 hour' where project_id = $1");
        imported.look().await().atMost(Duration.ofSeconds(30));
    }

    private String status() {
        return execute("select status from source_config where project_id = $1")
                .iterator()
                .next()
                .getString(0);
    }

    /** Seconds to the next import. */
    private long rest() {
        return execute("select extract(epoch from due_at - now())::bigint from source_import where project_id = $1")
                .iterator()
                .next()
                .getLong(0);
    }

    private void awaitSignals(int expected) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(expected, signals().size()));
    }

    private List<Row> signals() {
        return StreamSupport.stream(execute("""
                                select source_id, description, weight, extra ->> 'author_login' as author,
                                       extra -> 'labels' ->> 0 as label
                                from signal where project_id = $1""").spliterator(), false).toList();
    }

    private RowSet<Row> execute(String sql) {
        return pool.preparedQuery(sql)
                .execute(Tuple.of(inbox.project().id()))
                .await()
                .indefinitely();
    }
}
