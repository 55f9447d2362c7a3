package dev.sightline.observability.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.auth.UserView;
import java.time.Instant;
import java.util.UUID;

/** A dataset as the API answers it. */
record DatasetView(
        UUID id,
        String name,
        String description,
        JsonNode metadata,
        Instant createdAt,
        Instant updatedAt,
        Boolean deleted,
        UserView createdBy,
        int team) {

    static DatasetView of(DatasetEntity row, UserView createdBy) {
        return new DatasetView(
                row.id,
                row.name,
                row.description,
                row.metadata,
                row.createdAt,
                row.updatedAt,
                row.deleted,
                createdBy,
                row.projectId);
    }
}
