package dev.sightline.vision.observation;

import dev.sightline.api.ApiException;
import dev.sightline.api.Page;
import dev.sightline.api.PageRequest;
import dev.sightline.auth.Directory;
import dev.sightline.auth.Person;
import dev.sightline.auth.UserView;
import dev.sightline.sql.Where;
import dev.sightline.vision.observation.ObservationPages.Asked;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Observations as the API shows them. */
@ApplicationScoped
class Observations {

    private final ObservationRepository repository;
    private final ObservationPages pages;
    private final ObservationRetry retry;
    private final Quota quota;
    private final Directory directory;

    Observations(
            ObservationRepository repository,
            ObservationPages pages,
            ObservationRetry retry,
            Quota quota,
            Directory directory) {
        this.repository = repository;
        this.pages = pages;
        this.retry = retry;
        this.quota = quota;
        this.directory = directory;
    }

    Uni<Page<ObservationView>> list(Asked asked) {
        return existing(asked.scanner())
                .chain(() -> pages.of(asked))
                .map(listed -> view(asked.page(), listed.count(), listed.rows()));
    }

    /** What all scanners of the project saw in a session, the newest first. */
    Uni<Page<ObservationView>> ofSession(int projectId, String sessionId, PageRequest page) {
        Where where = Where.project(projectId).and("session_id = ?", sessionId);
        String order = ObservationOrder.by(ObservationOrder.NEWEST_FIRST.keys().get(0));
        return repository.count(where).chain(count -> repository
                .list(where, order, page.limit(), page.offset())
                .map(rows -> view(page, count, rows)));
    }

    private Page<ObservationView> view(PageRequest page, long count, List<StoredObservation> rows) {
        return page.page(count, rows.stream().map(this::view).toList());
    }

    Uni<ObservationView> find(int projectId, String id) {
        return repository.find(projectId, ScannerKey.uuid(id)).map(found -> found.map(this::view)
                .orElseThrow(ApiException::notFound));
    }

    Uni<RetriedView> retry(int projectId, String id, Person person) {
        return retry(projectId, repository.find(projectId, ScannerKey.uuid(id)), person);
    }

    Uni<RetriedView> retry(ScannerKey scanner, String id, Person person) {
        int projectId = scanner.projectId();
        return retry(projectId, repository.find(projectId, scanner.id(), ScannerKey.uuid(id)), person);
    }

    private Uni<RetriedView> retry(int projectId, Uni<Optional<StoredObservation>> row, Person person) {
        return row.map(found -> found.orElseThrow(ApiException::notFound))
                .call(old -> quota.require(projectId))
                .chain(old -> retry.retry(old, Trigger.onDemand(person.id())))
                .map(RetriedView::new);
    }

    Uni<ObservationView> find(ScannerKey scanner, String id) {
        return repository
                .find(scanner.projectId(), scanner.id(), ScannerKey.uuid(id))
                .map(found -> found.map(this::view).orElseThrow(ApiException::notFound));
    }

    private Uni<Void> existing(ScannerKey scanner) {
        return repository.scannerExists(scanner.projectId(), scanner.id()).map(exists -> {
            if (!exists) {
                throw ApiException.notFound();
            }
            return null;
        });
    }

    private ObservationView view(StoredObservation row) {
        Optional<Person> person = Optional.ofNullable(row.trigger().userId()).flatMap(directory::person);
        return ObservationView.of(row, UserView.of(person.orElse(null)));
    }
}
