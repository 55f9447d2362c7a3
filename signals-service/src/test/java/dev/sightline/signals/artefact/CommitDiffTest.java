package dev.sightline.signals.artefact;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.sightline.signals.GithubDouble;
import dev.sightline.signals.Inbox;
import dev.sightline.testing.ServersResource;
import dev.sightline.testing.TestDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ServersResource.class)
class CommitDiffTest {

    private final GithubDouble github = new GithubDouble();
    private final String owner = github.owner();
    private final Inbox inbox = new Inbox(TestDirectory.newProject(github::connect));
    private UUID report;

    @BeforeEach
    void report() {
        report = inbox.readyReport();
    }

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void aBranchIsComparedWithTheDefaultBranch() {
        github.compare(aResponse().withBody("diff --git a/a b/a\n"));

        diff(owner + "/shop", "fix/cart")
                .then()
                .statusCode(200)
                .body("diff", Matchers.equalTo("diff --git a/a b/a\n"))
                .body("truncated", Matchers.equalTo(false));

        github.server()
                .verify(getRequestedFor(urlPathEqualTo("/repos/" + owner + "/shop/compare/trunk...fix/cart"))
                        .withHeader("Authorization", equalTo("Bearer secret"))
                        .withHeader("Accept", equalTo("application/vnd.github.diff")));
    }

    @Test
    void aLongDiffIsCutAtTheEndOfALine() {
        github.compare(aResponse().withBody("0123456789\n".repeat(500_000)));

        Response answer = diff(owner + "/shop", "fix/cart");

        String diff = answer.jsonPath().getString("diff");
        assertTrue(answer.jsonPath().getBoolean("truncated"));
        assertEquals(999_999 / 11 * 11, diff.length());
        assertTrue(diff.endsWith("9\n"));
    }

    @Test
    void aBranchThatIsGoneIsABadGateway() {
        github.compare(aResponse().withStatus(404).withBody("{\"message\":\"Not Found\"}"));

        diff(owner + "/shop", "fix/cart").then().statusCode(502).body("error", containsString("404"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 409, 422, 500, 503})
    void whateverElseGithubAnswersIsABadGateway(int status) {
        github.compare(aResponse().withStatus(status).withBody("{\"message\":\"Sorry\"}"));

        diff(owner + "/shop", "fix/cart").then().statusCode(502).body("error", containsString(String.valueOf(status)));
    }

    @Test
    void aConnectionThatBreaksIsABadGateway() {
        github.compare(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        diff(owner + "/shop", "fix/cart").then().statusCode(502).body("error", containsString("reached"));
    }

    @Test
    void aLimitThatIsReachedSaysWhenToComeBack() {
        github.compare(aResponse()
                .withStatus(403)
                .withHeader("x-ratelimit-remaining", "0")
                .withHeader("retry-after", "17")
                .withBody("{\"message\":\"API rate limit exceeded\"}"));

        diff(owner + "/shop", "fix/cart").then().statusCode(429).header("Retry-After", "17");
    }

    @Test
    void aRepositoryThatNoConnectionReadsIsNotFound() {
        github.server()
                .stubFor(get(urlPathEqualTo("/repos/" + owner + "/secret"))
                        .willReturn(aResponse().withStatus(404)));

        diff(owner + "/secret", "main").then().statusCode(404).body("error", containsString("secret"));
        diff("others/shop", "main").then().statusCode(404);
    }

    @Test
    void whatIsNoCommitHasNoDiff() {
        String note = inbox.post(
                        "reports/" + report + "/artefacts",
                        Map.of("artefact_type", "note", "content", Map.of("note", "x")))
                .jsonPath()
                .getString("id");

        inbox.get("reports/" + report + "/artefacts/" + note + "/diff")
                .then()
                .statusCode(400)
                .body("error", containsString("commit"));
    }

    @Test
    void namesThatWouldChangeThePathAreRefused() {
        diff("../../user", "main").then().statusCode(400);
        diff(owner + "/shop", "../../../user").then().statusCode(400);
        diff(owner + "/shop", "main?x=1").then().statusCode(400);
    }

    private Response diff(String repository, String branch) {
        Map<String, String> commit =
                Map.of("repository", repository, "branch", branch, "commit_sha", "abc1234", "message", "Mend the cart");
        String id = inbox.post("reports/" + report + "/artefacts", Map.of("artefact_type", "commit", "content", commit))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        return inbox.get("reports/" + report + "/artefacts/" + id + "/diff");
    }
}
