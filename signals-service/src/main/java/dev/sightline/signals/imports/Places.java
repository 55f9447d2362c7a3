package dev.sightline.signals.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.auth.Directory;
import dev.sightline.auth.GithubConnection;
import dev.sightline.auth.Organization;
import dev.sightline.signals.github.Repositories;
import dev.sightline.signals.github.Repository;
import dev.sightline.signals.github.RepositoryListing;
import dev.sightline.signals.sourceconfig.Imports.Claim;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The repositories whose issues a project imports: those its source configuration lists under {@code repositories}, or
 * else all of the organization's connections that are not archived.
 */
@ApplicationScoped
class Places {

    private final Directory directory;
    private final Repositories repositories;

    Places(Directory directory, Repositories repositories) {
        this.directory = directory;
        this.repositories = repositories;
    }

    /** None if the organization has not approved that its data are processed by AI. */
    Uni<List<Place>> of(Claim claim) {
        return directory
                .organizationOf(claim.projectId())
                .filter(Organization::aiDataProcessingApproved)
                .map(organization -> of(organization, claim.config()))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    private Uni<List<Place>> of(Organization organization, JsonNode config) {
        JsonNode named = config.path("repositories");
        return named.isEmpty()
                ? all(organization.github())
                : Uni.createFrom().item(named(organization.github(), named));
    }

    private Uni<List<Place>> all(List<GithubConnection> connections) {
        return repositories.of(connections).map(listed -> listed.stream()
                .filter(repository -> !repository.archived())
                .map(RepositoryListing::name)
                .flatMap(name -> place(connections, name))
                .toList());
    }

    private static List<Place> named(List<GithubConnection> connections, JsonNode names) {
        return StreamSupport.stream(names.spliterator(), false)
                .flatMap(name -> place(connections, name.asText()))
                .toList();
    }

    private static Stream<Place> place(List<GithubConnection> connections, String name) {
        return Repository.parse(name).stream().flatMap(repository -> connections.stream()
                .filter(repository::isOf)
                .limit(1)
                .map(connection -> new Place(connection, repository)));
    }
}
