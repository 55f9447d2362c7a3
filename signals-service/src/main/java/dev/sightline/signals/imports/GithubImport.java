package dev.sightline.signals.imports;

import dev.sightline.signals.github.GithubRefusal;
import dev.sightline.signals.sourceconfig.Imports;
import dev.sightline.signals.sourceconfig.Imports.Claim;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Turns the open issues of a project's repositories into signals (spec/signals.md 1.5), for projects that have switched
 * on {@code github/issue}. A repository that cannot be read does not hold up the others; when GitHub wants to be left
 * alone, all wait.
 */
@ApplicationScoped
class GithubImport {

    private static final Logger LOG = Logger.getLogger(GithubImport.class);

    private final Imports imports;
    private final Places places;
    private final RepositoryImport repository;
    private final ImportConfig config;

    GithubImport(Imports imports, Places places, RepositoryImport repository, ImportConfig config) {
        this.imports = imports;
        this.places = places;
        this.repository = repository;
        this.config = config;
    }

    /** Imports whatever is due and no other replica's. */
    @Scheduled(every = "{sightline.imports.tick:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return imports.claim(GithubIssue.SOURCE, config.lease())
                .flatMap(claim -> claim.map(due -> run(due).flatMap(done -> look()))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> run(Claim claim) {
        return readAll(claim)
                .flatMap(completed -> imports.finish(claim, completed, config.interval()))
                .onFailure()
                .recoverWithUni(failure -> putOff(claim, failure));
    }

    /** Whether every repository was read, and there is one. */
    private Uni<Boolean> readAll(Claim claim) {
        return places.of(claim)
                .onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found))
                .onItem()
                .transformToUniAndConcatenate(place -> read(claim, place))
                .collect()
                .asList()
                .map(read -> !read.isEmpty() && !read.contains(false));
    }

    private Uni<Boolean> read(Claim claim, Place place) {
        return repository
                .read(claim, place)
                .replaceWith(true)
                .onFailure(failure -> wanted(failure).isZero())
                .recoverWithItem(failure -> unread(claim, place, failure));
    }

    private static boolean unread(Claim claim, Place place, Throwable failure) {
        LOG.warnf(
                "Repository not imported project=%d repository=%s cause=%s",
                claim.projectId(), place.repository(), failure);
        return false;
    }

    private Uni<Void> putOff(Claim claim, Throwable failure) {
        LOG.warnf("Import put off project=%d source=%s cause=%s", claim.projectId(), claim.source(), failure);
        Duration wait = wanted(failure);
        return imports.finish(claim, false, wait.isZero() ? config.interval() : wait);
    }

    /** How long GitHub wants to be left alone. */
    private static Duration wanted(Throwable failure) {
        return failure instanceof GithubRefusal refusal ? refusal.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
    }
}
