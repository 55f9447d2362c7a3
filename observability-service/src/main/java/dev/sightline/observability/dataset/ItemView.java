package dev.sightline.observability.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.auth.UserView;
import java.time.Instant;
import java.util.UUID;

/** An item of a dataset as the API answers it. */
record ItemView(
        UUID id,
        UUID dataset,
        JsonNode input,
        JsonNode output,
        JsonNode metadata,
        String refTraceId,
        Instant refTimestamp,
        String refSourceId,
        Boolean deleted,
        Instant createdAt,
        Instant updatedAt,
        UserView createdBy,
        int team) {

    static ItemView of(DatasetItemEntity row, UserView createdBy) {
        return new ItemView(
                row.id,
                row.datasetId,
                row.input,
                row.output,
                row.metadata,
                row.refTraceId,
                row.refTimestamp,
                row.refSourceId,
                row.deleted,
                row.createdAt,
                row.updatedAt,
                createdBy,
                row.projectId);
    }
}
