package dev.sightline.observability.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.api.body.AllowBlank;
import dev.sightline.api.body.DefaultTo;
import dev.sightline.api.body.Nullable;
import dev.sightline.api.body.Required;
import jakarta.validation.constraints.Size;

/** The body that makes a dataset. */
record CreateDataset(
        @Required @Size(max = 400) String name,
        @Nullable @AllowBlank String description,
        @Nullable JsonNode metadata,
        @Nullable @DefaultTo("false") Boolean deleted) {}
