package dev.sightline.signals.sourceconfig;

import dev.sightline.api.ApiException;
import dev.sightline.api.Page;
import dev.sightline.api.PageRequest;
import dev.sightline.signals.signal.SignalSource;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Stored source configurations, always of one project. */
@ApplicationScoped
class SourceConfigRepository implements PanacheRepositoryBase<SourceConfig, UUID> {

    /** A page, last changed first. */
    Uni<Page<SourceConfig>> page(int projectId, PageRequest page) {
        PanacheQuery<SourceConfig> all = find("projectId = ?1 order by updatedAt desc, id", projectId);
        int last = (int) Math.min(Integer.MAX_VALUE - 1, page.offset() + page.limit() - 1);
        int first = (int) Math.min(last, page.offset());
        return all.count().flatMap(count -> all.range(first, last).list().map(rows -> page.page(count, rows)));
    }

    /** One configuration; a 404 if the project has none of that identity. */
    Uni<SourceConfig> one(int projectId, UUID id) {
        return find("projectId = ?1 and id = ?2", projectId, id)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(ApiException::notFound);
    }

    Uni<Long> count(int projectId, SignalSource source) {
        return count(
                "projectId = ?1 and sourceProduct = ?2 and sourceType = ?3",
                projectId,
                source.product(),
                source.type());
    }
}
