package dev.sightline.observability.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.Patch;
import dev.sightline.api.body.AllowBlank;
import dev.sightline.api.body.Nullable;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/** The body that changes an item; what is absent stays as it is. */
record PatchItem(
        Patch<UUID> dataset,
        @Nullable Patch<JsonNode> input,
        @Nullable Patch<JsonNode> output,
        @Nullable Patch<JsonNode> metadata,
        @Nullable @AllowBlank @Size(max = 255) Patch<String> refTraceId,
        @Nullable Patch<Instant> refTimestamp,
        @Nullable @AllowBlank @Size(max = 255) Patch<String> refSourceId,
        @Nullable Patch<Boolean> deleted) {

    void applyTo(DatasetItemEntity item) {
        dataset.ifPresent(value -> item.datasetId = value);
        input.ifPresent(value -> item.input = value);
        output.ifPresent(value -> item.output = value);
        metadata.ifPresent(value -> item.metadata = value);
        refTraceId.ifPresent(value -> item.refTraceId = value);
        refTimestamp.ifPresent(value -> item.refTimestamp = value);
        refSourceId.ifPresent(value -> item.refSourceId = value);
        deleted.ifPresent(value -> item.deleted = value);
    }
}
