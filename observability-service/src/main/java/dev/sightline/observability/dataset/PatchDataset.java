package dev.sightline.observability.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.Patch;
import dev.sightline.api.body.AllowBlank;
import dev.sightline.api.body.Nullable;
import jakarta.validation.constraints.Size;

/** The body that changes a dataset; what is absent stays as it is. */
record PatchDataset(
        @Size(max = 400) Patch<String> name,
        @Nullable @AllowBlank Patch<String> description,
        @Nullable Patch<JsonNode> metadata,
        @Nullable Patch<Boolean> deleted) {

    void applyTo(DatasetEntity dataset) {
        name.ifPresent(value -> dataset.name = value);
        description.ifPresent(value -> dataset.description = value);
        metadata.ifPresent(value -> dataset.metadata = value);
        deleted.ifPresent(value -> dataset.deleted = value);
    }
}
