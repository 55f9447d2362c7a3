package dev.sightline.observability.dataset;

import dev.sightline.sql.Where;
import java.util.Optional;
import java.util.UUID;

/** Which items a list holds: those of the project, or of one of its datasets (spec/observability.md 2.2). */
record ItemFilter(int projectId, Optional<UUID> dataset) {

    /** The items themselves. */
    Where items() {
        return of(FlaggedTable.present(projectId));
    }

    /** The rows of {@code dataset_item_count} that say how many there are. */
    Where counts() {
        return of(Where.project(projectId));
    }

    private Where of(Where where) {
        return dataset.map(id -> where.and("dataset_id = ?", id)).orElse(where);
    }
}
