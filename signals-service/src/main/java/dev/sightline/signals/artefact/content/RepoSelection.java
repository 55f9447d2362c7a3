package dev.sightline.signals.artefact.content;

import dev.sightline.api.body.AllowBlank;
import dev.sightline.api.body.Nullable;
import dev.sightline.api.body.Required;
import jakarta.validation.constraints.Pattern;

/** The repository a report belongs to, null for none, and why. */
record RepoSelection(
        @Required @Nullable @Pattern(regexp = "[A-Za-z0-9._-]+/[A-Za-z0-9._-]+")
        String repository,

        @Required @AllowBlank String reason) {}
