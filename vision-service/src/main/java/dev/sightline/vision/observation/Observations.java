package dev.sightline.vision.observation;

import dev.sightline.api.ApiException;
import dev.sightline.api.Ordering;
import dev.sightline.api.Page;
import dev.sightline.api.PageRequest;
import dev.sightline.auth.Directory;
import dev.sightline.auth.Person;
import dev.sightline.auth.UserView;
import dev.sightline.sql.Where;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The observations of a scanner, as the API shows them. */
@ApplicationScoped
class Observations {

    private final ObservationRepository repository;
    private final Directory directory;

    Observations(ObservationRepository repository, Directory directory) {
        this.repository = repository;
        this.directory = directory;
    }

    Uni<Page<ObservationView>> list(ScannerKey scanner, ObservationFilter filter, Ordering order, PageRequest page) {
        return existing(scanner).chain(() -> page(filter.where(scanner.projectId(), scanner.id()), order, page));
    }

    private Uni<Page<ObservationView>> page(Where where, Ordering order, PageRequest page) {
        return repository.count(where).chain(count -> repository
                .list(where, ObservationOrder.by(order), page.limit(), page.offset())
                .map(rows -> page.page(count, rows.stream().map(this::view).toList())));
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
