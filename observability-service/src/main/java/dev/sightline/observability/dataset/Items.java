package dev.sightline.observability.dataset;

import dev.sightline.activity.Actor;
import dev.sightline.api.ApiException;
import dev.sightline.api.Page;
import dev.sightline.api.PageRequest;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the API does with the items of datasets. A deleted dataset keeps its items, and takes new ones. */
@ApplicationScoped
class Items {

    private final ItemRepository repository;
    private final DatasetRepository datasets;
    private final Creators creators;
    private final DatasetLog log;
    private final Clock clock;

    Items(ItemRepository repository, DatasetRepository datasets, Creators creators, DatasetLog log, Clock clock) {
        this.repository = repository;
        this.datasets = datasets;
        this.creators = creators;
        this.log = log;
        this.clock = clock;
    }

    Uni<Page<ItemView>> list(int projectId, Optional<UUID> dataset, PageRequest page) {
        ItemFilter filter = new ItemFilter(projectId, dataset);
        return known(projectId, dataset).chain(() -> repository.count(filter)).chain(count -> repository
                .list(filter, page)
                .map(rows -> page.page(count, rows.stream().map(this::view).toList())));
    }

    Uni<ItemView> find(int projectId, UUID id) {
        return repository.present(projectId, id).map(found -> view(found.orElseThrow(ApiException::notFound)));
    }

    Uni<ItemView> create(int projectId, Actor creator, CreateItem body) {
        return known(projectId, Optional.of(body.dataset())).chain(() -> persist(projectId, creator, body));
    }

    @WithTransaction
    Uni<ItemView> persist(int projectId, Actor creator, CreateItem body) {
        Instant now = Timestamps.micros(clock.instant());
        DatasetItemEntity item = new DatasetItemEntity();
        body.applyTo(item);
        item.id = UuidV7.next();
        item.projectId = projectId;
        item.createdBy = creator.userId();
        item.createdAt = now;
        item.updatedAt = now;
        return repository
                .persistAndFlush(item)
                .call(saved -> log.created(saved, creator))
                .map(this::view);
    }

    @WithTransaction
    Uni<ItemView> change(int projectId, UUID id, PatchItem body, Actor actor) {
        return repository
                .lock(projectId, id)
                .onItem()
                .ifNull()
                .failWith(ApiException::notFound)
                .call(() -> known(projectId, Optional.ofNullable(body.dataset().value())))
                .flatMap(row -> change(row, body, actor))
                .map(this::view);
    }

    private Uni<DatasetItemEntity> change(DatasetItemEntity row, PatchItem body, Actor actor) {
        Map<String, Object> before = DatasetLog.fields(row);
        return Uni.createFrom()
                .item(row)
                .invoke(body::applyTo)
                .invoke(item -> item.updatedAt = Timestamps.micros(clock.instant()))
                .call(repository::flush)
                .call(item -> log.updated(before, item, actor));
    }

    /** A dataset of another project is answered like one that never was. */
    private Uni<Void> known(int projectId, Optional<UUID> dataset) {
        return dataset.isEmpty()
                ? Uni.createFrom().voidItem()
                : datasets.exists(projectId, dataset.get())
                        .invoke(exists -> require(exists, dataset.get()))
                        .replaceWithVoid();
    }

    private static void require(boolean exists, UUID dataset) {
        if (!exists) {
            throw ApiException.invalid(
                    "dataset", "does_not_exist", "Invalid pk \"" + dataset + "\" - object does not exist.");
        }
    }

    private ItemView view(DatasetItemEntity row) {
        return ItemView.of(row, creators.view(row.createdBy));
    }
}
