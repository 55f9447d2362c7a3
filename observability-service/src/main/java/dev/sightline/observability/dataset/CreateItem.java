package dev.sightline.observability.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.body.AllowBlank;
import dev.sightline.api.body.DefaultTo;
import dev.sightline.api.body.Nullable;
import dev.sightline.api.body.Required;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/** The body that makes an item of a dataset. */
record CreateItem(
        @Required UUID dataset,
        @Nullable JsonNode input,
        @Nullable JsonNode output,
        @Nullable JsonNode metadata,
        @Nullable @AllowBlank @Size(max = 255) String refTraceId,
        @Nullable Instant refTimestamp,
        @Nullable @AllowBlank @Size(max = 255) String refSourceId,
        @Nullable @DefaultTo("false") Boolean deleted) {

    void applyTo(DatasetItemEntity item) {
        item.datasetId = dataset;
        item.input = input;
        item.output = output;
        item.metadata = metadata;
        item.refTraceId = refTraceId;
        item.refTimestamp = refTimestamp;
        item.refSourceId = refSourceId;
        item.deleted = deleted;
    }
}
