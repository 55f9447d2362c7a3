package dev.sightline.signals.github;

import dev.sightline.auth.GithubConnection;
import dev.sightline.signals.github.GithubAnswer.Links;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Asks GitHub. Fails when GitHub cannot be reached in time; any answer is an answer. */
@ApplicationScoped
public class Github {

    /** Media type of ordinary answers. */
    public static final String JSON = "application/vnd.github+json";

    /** Media type of a comparison as a diff. */
    public static final String DIFF = "application/vnd.github.diff";

    private static final int TOO_MANY = 429;
    private static final int FORBIDDEN = 403;

    private final HttpClient http;
    private final GithubConfig config;
    private final Config environment;
    private final Clock clock;

    Github(Vertx vertx, GithubConfig config, Config environment, Clock clock) {
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis()));
        this.config = config;
        this.environment = environment;
        this.clock = clock;
    }

    /** Whether there is a token for the connection. Without one only what is public could be read. */
    public boolean hasToken(GithubConnection connection) {
        return token(connection).isPresent();
    }

    private Optional<String> token(GithubConnection connection) {
        return environment.getOptionalValue(connection.tokenEnv(), String.class);
    }

    /**
     * Gets something.
     *
     * @param path below the connection's base, with its query
     * @param accept media type
     */
    public Uni<GithubAnswer> get(GithubConnection connection, String path, String accept) {
        return get(connection, new GithubRequest(path, accept, null));
    }

    /** The same; with a tag, the answer may be 304 and empty. */
    Uni<GithubAnswer> get(GithubConnection connection, GithubRequest asked) {
        return http.request(options(connection, asked))
                .flatMap(request -> request.send().flatMap(response -> read(request, response)))
                .ifNoItem()
                .after(config.timeout())
                .fail();
    }

    private RequestOptions options(GithubConnection connection, GithubRequest asked) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(connection.apiUrl().toString().replaceFirst("/+$", "") + asked.path())
                .putHeader("Accept", asked.accept())
                .putHeader("User-Agent", "sightline")
                .putHeader("X-GitHub-Api-Version", "2022-11-28");
        if (asked.etag() != null) {
            options.putHeader("If-None-Match", asked.etag());
        }
        token(connection).ifPresent(token -> options.putHeader("Authorization", "Bearer " + token));
        return options;
    }

    private Uni<GithubAnswer> read(HttpClientRequest request, HttpClientResponse response) {
        Buffer body = Buffer.buffer();
        return response.toMulti()
                .select()
                .first(chunk -> body.appendBuffer(chunk).length() < config.maxBytes())
                .collect()
                .last()
                .map(last -> answer(response, body))
                .onTermination()
                .invoke(() -> leave(request, body));
    }

    /** The rest of an answer that is too long stays with GitHub. */
    private void leave(HttpClientRequest request, Buffer body) {
        if (body.length() >= config.maxBytes()) {
            request.reset();
        }
    }

    private GithubAnswer answer(HttpClientResponse response, Buffer body) {
        boolean complete = body.length() < config.maxBytes();
        String text = body.toString(StandardCharsets.UTF_8);
        return new GithubAnswer(response.statusCode(), text, complete, retryAfter(response), links(response));
    }

    private static Links links(HttpClientResponse response) {
        return Links.of(response.getHeader("etag"), response.getHeader("link"));
    }

    /** GitHub says so with 429, or with 403 and nothing remaining, or with 403 and a wait. */
    private Optional<Duration> retryAfter(HttpClientResponse response) {
        boolean limited = response.statusCode() == TOO_MANY
                || response.statusCode() == FORBIDDEN
                        && ("0".equals(response.getHeader("x-ratelimit-remaining"))
                                || response.getHeader("retry-after") != null);
        return limited ? Optional.of(wait(response)) : Optional.empty();
    }

    private Duration wait(HttpClientResponse response) {
        String seconds = response.getHeader("retry-after");
        String reset = response.getHeader("x-ratelimit-reset");
        if (seconds != null && seconds.matches("\\d{1,6}")) {
            return Duration.ofSeconds(Long.parseLong(seconds));
        }
        return reset != null && reset.matches("\\d{1,12}") ? until(Long.parseLong(reset)) : Duration.ofMinutes(1);
    }

    private Duration until(long epochSecond) {
        Duration wait = Duration.between(clock.instant(), Instant.ofEpochSecond(epochSecond));
        return wait.isNegative() ? Duration.ofSeconds(1) : wait;
    }
}
