package dev.sightline.signals;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.sightline.auth.GithubConnection;
import dev.sightline.auth.Organization;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** GitHub for tests: one account with one repository, in the shapes of the REST API, version 2022-11-28. */
public final class GithubDouble implements AutoCloseable {

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private final String owner = "acme-" + UUID.randomUUID();

    public GithubDouble() {
        server.start();
        server.stubFor(get(urlPathEqualTo("/repos/" + repository()))
                .willReturn(okJson("{\"full_name\":\"" + repository() + "\",\"default_branch\":\"trunk\"}")));
        compare(aResponse().withBody("diff --git a/a b/a\n"));
        repositories(repository());
    }

    public WireMockServer server() {
        return server;
    }

    public String owner() {
        return owner;
    }

    public String repository() {
        return owner + "/shop";
    }

    /** How comparing the branch {@code fix/cart} is answered. */
    public void compare(ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo("/repos/" + repository() + "/compare/trunk...fix/cart"))
                .willReturn(answer));
    }

    /** What the account has. */
    public void repositories(String... names) {
        String items = Stream.of(names)
                .map(name -> "{\"full_name\":\"%s\",\"description\":null,\"archived\":false}".formatted(name))
                .collect(Collectors.joining(","));
        server.stubFor(get(urlPathEqualTo("/search/repositories"))
                .willReturn(okJson("{\"total_count\":%d,\"incomplete_results\":false,\"items\":[%s]}"
                        .formatted(names.length, items))));
    }

    /** Who wrote a commit of {@link #repository()}. */
    public void commit(String sha, String login, String type) {
        server.stubFor(get(urlPathEqualTo("/repos/" + repository() + "/commits/" + sha))
                .willReturn(okJson("""
                        {"sha":"%1$s","html_url":"https://github.test/%1$s","commit":{"author":{"name":"Name of %2$s"}},
                         "author":{"login":"%2$s","type":"%3$s"}}""".formatted(sha, login, type))));
    }

    /** The organization with a connection to this account. */
    public Organization connect(Organization made) {
        GithubConnection connection =
                new GithubConnection(owner, "sightline.test.github-token", URI.create(server.baseUrl()));
        return new Organization(made.id(), made.name(), true, made.projects(), List.of(connection), made.members());
    }

    @Override
    public void close() {
        server.stop();
    }
}
