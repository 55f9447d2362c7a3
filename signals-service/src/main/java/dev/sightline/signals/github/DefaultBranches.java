package dev.sightline.signals.github;

import dev.sightline.auth.GithubConnection;
import io.quarkus.cache.CacheResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The default branches of repositories, remembered for a day. */
@ApplicationScoped
public class DefaultBranches {

    private final Github github;

    DefaultBranches(Github github) {
        this.github = github;
    }

    /** The name of the branch; fails with {@link GithubRefusal} if GitHub does not say. */
    @CacheResult(cacheName = "github-default-branches")
    public Uni<String> of(GithubConnection connection, Repository repository) {
        return github.get(connection, repository.path(), Github.JSON).map(answer -> {
            if (!answer.ok()) {
                throw new GithubRefusal(answer);
            }
            return answer.json().path("default_branch").asText();
        });
    }
}
