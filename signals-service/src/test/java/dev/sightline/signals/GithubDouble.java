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
