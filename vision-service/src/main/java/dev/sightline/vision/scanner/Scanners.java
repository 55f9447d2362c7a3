package dev.sightline.vision.scanner;

import dev.sightline.activity.Actor;
import dev.sightline.api.ApiException;
import dev.sightline.api.Ordering;
import dev.sightline.api.Page;
import dev.sightline.api.PageRequest;
import dev.sightline.auth.Person;
import dev.sightline.sql.Where;
import dev.sightline.vision.observation.ObservationStarter;
import dev.sightline.vision.observation.ObservationStarter.Start;
import dev.sightline.vision.observation.Quota;
import dev.sightline.vision.observation.ScannerKey;
import dev.sightline.vision.observation.Trigger;
import dev.sightline.vision.sweep.KeptEstimates;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What the API does with scanners. */
@ApplicationScoped
class Scanners {

    private final ScannerRepository repository;
    private final ScannerWrites writes;
    private final ScannerPeople people;
    private final ObservationStarter starter;
    private final Quota quota;
    private final KeptEstimates estimates;

    Scanners(
            ScannerRepository repository,
            ScannerWrites writes,
            ScannerPeople people,
            ObservationStarter starter,
            Quota quota,
            KeptEstimates estimates) {
        this.repository = repository;
        this.writes = writes;
        this.people = people;
        this.starter = starter;
        this.quota = quota;
        this.estimates = estimates;
    }

    Uni<Page<ScannerView>> list(int projectId, ScannerFilter filter, Ordering order, PageRequest page) {
        Where where = filter.where(projectId);
        return repository.count(where).chain(count -> repository
                .list(where, ScannerOrder.by(order, where, people.byName(projectId)), page.limit(), page.offset())
                .map(rows -> page.page(count, rows.stream().map(this::view).toList())));
    }

    /** The people who made the project's scanners, by name. */
    Uni<CreatorsView> creators(int projectId) {
        return repository.creators(projectId).map(ids -> new CreatorsView(people.views(ids)));
    }

    Uni<TeamStats> stats(int projectId) {
        return repository.countByType(projectId).map(TeamStats::of);
    }

    Uni<ScannerView> find(ScannerKey key) {
        return existing(key).map(this::view);
    }

    Uni<ScannerView> create(int projectId, Actor creator, CreateScanner body) {
        return writes.create(projectId, creator, body).call(this::estimated).map(saved -> view(saved.scanner()));
    }

    Uni<ScannerView> change(ScannerKey key, PatchScanner body, Actor actor) {
        return writes.change(key, body, actor).call(this::estimated).map(saved -> view(saved.scanner()));
    }

    /** Brings the estimate up to date where the save made it due. */
    private Uni<Void> estimated(SavedScanner saved) {
        ScannerEntity scanner = saved.scanner();
        return saved.estimateDue()
                ? estimates
                        .refresh(new ScannerKey(scanner.projectId, scanner.id))
                        .invoke(made -> made.ifPresent(month -> scanner.estimatedMonthlyObservations = month))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    Uni<Void> delete(ScannerKey key, Actor actor) {
        return writes.delete(key, actor);
    }

    /** In the order of spec/vision.md 7.6: the scanner, the quota, the body. */
    Uni<StartedView> observe(ScannerKey key, Person person, ObserveRequest body) {
        return existing(key)
                .call(scanner -> quota.require(key.projectId()))
                .chain(scanner -> starter.start(start(scanner, body.checked(), person)))
                .map(StartedView::new);
    }

    private static Start start(ScannerEntity scanner, String sessionId, Person person) {
        return new Start(scanner.projectId, scanner.id, scanner.snapshot(), sessionId, Trigger.onDemand(person.id()));
    }

    private Uni<ScannerEntity> existing(ScannerKey key) {
        return repository.one(key.projectId(), key.id()).map(found -> found.orElseThrow(ApiException::notFound));
    }

    private ScannerView view(ScannerEntity row) {
        return ScannerView.of(row, people.view(row.createdBy));
    }
}
