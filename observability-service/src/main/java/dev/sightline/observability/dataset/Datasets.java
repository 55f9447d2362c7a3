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
import java.util.UUID;

/** What the API does with datasets. Deleting is a flag: lists and retrieval hide it, a change reaches it. */
@ApplicationScoped
class Datasets {

    private final DatasetRepository repository;
    private final Creators creators;
    private final DatasetLog log;
    private final Clock clock;

    Datasets(DatasetRepository repository, Creators creators, DatasetLog log, Clock clock) {
        this.repository = repository;
        this.creators = creators;
        this.log = log;
        this.clock = clock;
    }

    Uni<Page<DatasetView>> list(int projectId, DatasetFilter filter, PageRequest page) {
        return repository
                .list(projectId, filter, page)
                .map(found -> page.page(
                        found.count(), found.rows().stream().map(this::view).toList()));
    }

    Uni<DatasetView> find(int projectId, UUID id) {
        return repository.present(projectId, id).map(found -> view(found.orElseThrow(ApiException::notFound)));
    }

    @WithTransaction
    Uni<DatasetView> create(int projectId, Actor creator, CreateDataset body) {
        Instant now = Timestamps.micros(clock.instant());
        DatasetEntity dataset = new DatasetEntity();
        dataset.id = UuidV7.next();
        dataset.projectId = projectId;
        dataset.name = body.name();
        dataset.description = body.description();
        dataset.metadata = body.metadata();
        dataset.deleted = body.deleted();
        dataset.createdBy = creator.userId();
        dataset.createdAt = now;
        dataset.updatedAt = now;
        return repository
                .persistAndFlush(dataset)
                .call(saved -> log.created(saved, creator))
                .map(this::view);
    }

    @WithTransaction
    Uni<DatasetView> change(int projectId, UUID id, PatchDataset body, Actor actor) {
        return repository
                .lock(projectId, id)
                .onItem()
                .ifNull()
                .failWith(ApiException::notFound)
                .flatMap(row -> change(row, body, actor))
                .map(this::view);
    }

    private Uni<DatasetEntity> change(DatasetEntity row, PatchDataset body, Actor actor) {
        Map<String, Object> before = DatasetLog.fields(row);
        return Uni.createFrom()
                .item(row)
                .invoke(body::applyTo)
                .invoke(dataset -> dataset.updatedAt = Timestamps.micros(clock.instant()))
                .call(repository::flush)
                .call(dataset -> log.updated(before, dataset, actor));
    }

    private DatasetView view(DatasetEntity row) {
        return DatasetView.of(row, creators.view(row.createdBy));
    }
}
