package dev.sightline.signals.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.auth.GithubConnection;
import io.quarkus.cache.CacheResult;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** The repositories that a connection can read, remembered for an hour. */
@ApplicationScoped
public class Repositories {

    private static final Logger LOG = Logger.getLogger(Repositories.class);

    /** GitHub finds no more than the first thousand of anything. */
    private static final int PAGES = 10;

    private static final int PAGE = 100;
    private static final int UNPROCESSABLE = 422;

    private final Github github;

    Repositories(Github github) {
        this.github = github;
    }

    /**
     * Those of several connections, of each those pushed to last first, at most a thousand. A connection that GitHub does
     * not let in has none; fails with {@link GithubRefusal} when GitHub is at fault or wants to be left alone.
     */
    public Uni<List<RepositoryListing>> of(List<GithubConnection> connections) {
        return Multi.createFrom()
                .iterable(connections)
                .onItem()
                .transformToUniAndConcatenate(this::open)
                .onItem()
                .<RepositoryListing>disjoint()
                .select()
                .first(PAGES * PAGE)
                .collect()
                .asList();
    }

    private Uni<List<RepositoryListing>> open(GithubConnection connection) {
        return of(connection).onFailure(Repositories::isClosed).recoverWithItem(failure -> closed(connection, failure));
    }

    /** What GitHub lists; a refusal is not remembered. */
    @CacheResult(cacheName = "github-repositories")
    Uni<List<RepositoryListing>> of(GithubConnection connection) {
        return page(connection, 1, new ArrayList<>());
    }

    private static boolean isClosed(Throwable failure) {
        return failure instanceof GithubRefusal refusal && (refusal.isInvisible() || refusal.status() == UNPROCESSABLE);
    }

    private static List<RepositoryListing> closed(GithubConnection connection, Throwable failure) {
        LOG.warnf("Repositories not listed owner=%s cause=%s", connection.owner(), failure.getMessage());
        return List.of();
    }

    private Uni<List<RepositoryListing>> page(GithubConnection connection, int number, List<RepositoryListing> before) {
        return github.get(connection, path(connection, number), Github.JSON).flatMap(answer -> {
            JsonNode items = items(answer);
            items.forEach(item -> before.add(RepositoryListing.of(item)));
            return items.size() < PAGE || number == PAGES
                    ? Uni.createFrom().item(List.copyOf(before))
                    : page(connection, number + 1, before);
        });
    }

    private static JsonNode items(GithubAnswer answer) {
        if (!answer.ok()) {
            throw new GithubRefusal(answer);
        }
        return answer.json().path("items");
    }

    /** The search takes organizations and users alike and shows what the token may read. */
    private static String path(GithubConnection connection, int page) {
        String query = URLEncoder.encode("user:" + connection.owner() + " fork:true", StandardCharsets.UTF_8);
        return "/search/repositories?q=" + query + "&sort=updated&order=desc&per_page=" + PAGE + "&page=" + page;
    }
}
