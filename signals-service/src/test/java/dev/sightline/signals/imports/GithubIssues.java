package dev.sightline.signals.imports;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.sightline.json.Json;
import dev.sightline.signals.GithubDouble;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Issues of {@link GithubDouble}'s repository in the shapes of the REST API. */
record GithubIssues(GithubDouble github) {

    static final String TAG = "W/\"5f2b\"";

    /** An issue that was opened an hour ago. */
    static ObjectNode issue(int number, String title, String body) {
        String created = Instant.now()
                .minus(1, ChronoUnit.HOURS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        ObjectNode issue = Json.mapper().createObjectNode();
        issue.put("id", 2_900_000_000L + number)
                .put("node_id", "I_kwDOA" + number)
                .put("number", number)
                .put("title", title)
                .put("state", "open")
                .put("locked", false)
                .put("html_url", "https://github.com/acme/shop/issues/" + number)
                .put("created_at", created)
                .put("updated_at", created)
                .putNull("closed_at")
                .put("author_association", "NONE")
                .put("body", body);
        issue.putObject("user").put("login", "grace").put("type", "User");
        issue.putArray("labels").addObject().put("id", 1).put("name", "bug").put("color", "d73a4a");
        return issue;
    }

    /** A pull request as lists of issues show it. */
    static ObjectNode pullRequest(int number) {
        ObjectNode issue = issue(number, "Fix the cart", "This mends the cart.");
        issue.putObject("pull_request").put("url", "https://api.github.com/repos/acme/shop/pulls/" + number);
        return issue;
    }

    /** The first page as long as nobody has its tag. */
    void answer(ObjectNode... issues) {
        answer(okJson(Json.write(List.of(issues))).withHeader("ETag", TAG));
    }

    void answer(ResponseDefinitionBuilder answer) {
        github.server().stubFor(get(urlPathEqualTo(path())).willReturn(answer));
    }

    /** Whoever has the tag is told that it still holds. */
    void unchanged() {
        github.server()
                .stubFor(get(urlPathEqualTo(path()))
                        .withHeader("If-None-Match", equalTo(TAG))
                        .willReturn(aResponse().withStatus(304).withHeader("ETag", TAG)));
    }

    void secondPage(ObjectNode... issues) {
        github.server()
                .stubFor(get(urlPathEqualTo(path()))
                        .withQueryParam("page", equalTo("2"))
                        .willReturn(okJson(Json.write(List.of(issues)))));
    }

    void firstPage(ObjectNode... issues) {
        String next = "<https://api.elsewhere.example/repositories/1/issues?state=open&page=2>; rel=\"next\", "
                + "<https://api.elsewhere.example/repositories/1/issues?state=open&page=2>; rel=\"last\"";
        github.server()
                .stubFor(get(urlPathEqualTo(path()))
                        .withQueryParam("page", absent())
                        .willReturn(okJson(Json.write(List.of(issues))).withHeader("Link", next)));
    }

    /** How often the list was asked for. */
    int asked() {
        return github.server()
                .countRequestsMatching(getRequestedFor(urlPathEqualTo(path())).build())
                .getCount();
    }

    private String path() {
        return "/repos/" + github.repository() + "/issues";
    }
}
