package dev.sightline.signals.processing.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sightline.auth.GithubConnection;
import dev.sightline.json.Json;
import dev.sightline.signals.github.Commits;
import dev.sightline.signals.github.Repository;
import dev.sightline.signals.pipeline.ReviewerRanking;
import dev.sightline.signals.pipeline.ReviewerRanking.Authored;
import dev.sightline.signals.pipeline.ReviewerRanking.Named;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Finds out on GitHub who should look at a report (spec/signals.md 2.11). */
@ApplicationScoped
class ReviewerSearch {

    private static final Logger LOG = Logger.getLogger(ReviewerSearch.class);
    private static final int SIDE_BY_SIDE = 5;

    private final Commits commits;

    ReviewerSearch(Commits commits) {
        this.commits = commits;
    }

    /** Where to look. */
    private record Place(GithubConnection connection, Repository repository) {}

    /** Content of the artefact; an empty list if nobody is found or GitHub does not say. */
    Uni<ArrayNode> of(Optional<String> repository, List<GithubConnection> connections, List<JsonNode> findings) {
        List<Named> named = ReviewerRanking.commits(findings);
        return repository
                .flatMap(Repository::parse)
                .flatMap(parsed -> connections.stream()
                        .filter(parsed::isOf)
                        .findFirst()
                        .map(connection -> new Place(connection, parsed)))
                .filter(place -> !named.isEmpty())
                .map(place -> look(place, named))
                .orElseGet(ReviewerSearch::nobody);
    }

    private Uni<ArrayNode> look(Place place, List<Named> named) {
        return Uni.join()
                .all(named.stream().map(commit -> author(place, commit)).toList())
                .usingConcurrencyOf(SIDE_BY_SIDE)
                .andFailFast()
                .map(ReviewerRanking::rank)
                .onFailure()
                .invoke(failure -> LOG.infof("No reviewers from GitHub cause=%s", failure))
                .onFailure()
                .recoverWithUni(ReviewerSearch::nobody);
    }

    private Uni<Optional<Authored>> author(Place place, Named commit) {
        return commits.author(place.connection(), place.repository(), commit.sha())
                .map(author -> author.map(by -> new Authored(commit, by.login(), by.name(), by.url())));
    }

    private static Uni<ArrayNode> nobody() {
        return Uni.createFrom().item(Json.mapper().createArrayNode());
    }
}
