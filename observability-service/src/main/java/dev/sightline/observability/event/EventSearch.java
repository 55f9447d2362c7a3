package dev.sightline.observability.event;

import dev.sightline.api.PageRequest;
import dev.sightline.sql.Rows;
import dev.sightline.sql.Where;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds stored events for people and their tools. */
@ApplicationScoped
class EventSearch {

    private final Pool pool;

    EventSearch(Pool pool) {
        this.pool = pool;
    }

    /** The events of a page without their heavy properties, newest first, and one more where others follow. */
    Uni<List<StoredEvent>> list(Where where, PageRequest page) {
        String sql = EventQueries.LIGHT + "where " + where.sql() + " order by e.timestamp desc, e.uuid desc limit "
                + where.bind(page.limit() + 1L) + " offset " + where.bind(page.offset());
        return pool.preparedQuery(sql).execute(where.values()).map(rows -> Rows.list(rows, EventRows::read));
    }

    /** The event with all its properties that are kept. */
    Uni<Optional<StoredEvent>> find(int projectId, UUID id) {
        return pool.preparedQuery(EventQueries.FIND_ANY_DAY)
                .execute(Tuple.of(projectId, id))
                .map(rows -> Rows.first(rows, EventRows::read));
    }
}
