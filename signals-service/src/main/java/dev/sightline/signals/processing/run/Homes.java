package dev.sightline.signals.processing.run;

import dev.sightline.auth.Directory;
import dev.sightline.auth.GithubConnection;
import dev.sightline.auth.Organization;
import dev.sightline.signals.github.Github;
import dev.sightline.signals.github.Repositories;
import dev.sightline.signals.pipeline.Evidence;
import dev.sightline.signals.pipeline.RepositorySelection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds the repository of a report among those that the project's organization has connected (spec/signals.md 2.9). */
@ApplicationScoped
class Homes {

    private final Directory directory;
    private final Github github;
    private final Repositories repositories;

    Homes(Directory directory, Github github, Repositories repositories) {
        this.directory = directory;
        this.github = github;
        this.repositories = repositories;
    }

    /** The repository that is known already, or the one that is chosen now. */
    Uni<Home> of(int projectId, Past past, Evidence evidence, RepositorySelection selection) {
        return past.repository()
                .map(known -> Uni.createFrom().item(Home.known(known)))
                .orElseGet(() -> choose(connections(projectId), evidence, selection));
    }

    private Uni<Home> choose(List<GithubConnection> connections, Evidence evidence, RepositorySelection selection) {
        return connections.isEmpty()
                ? Uni.createFrom().item(Home.nowhere())
                : repositories
                        .of(connections)
                        .flatMap(all -> selection.select(evidence, all))
                        .map(Home::chosen);
    }

    /** The connections that can be used. */
    List<GithubConnection> connections(int projectId) {
        return directory.organizationOf(projectId).map(Organization::github).orElse(List.of()).stream()
                .filter(github::hasToken)
                .toList();
    }
}
