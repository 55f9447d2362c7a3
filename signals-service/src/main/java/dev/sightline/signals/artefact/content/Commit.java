package dev.sightline.signals.artefact.content;

import dev.sightline.api.body.AllowBlank;
import dev.sightline.api.body.Nullable;
import dev.sightline.api.body.Required;

/** A commit that was pushed. */
record Commit(
        @Required String repository,
        @Required String branch,
        @Required String commitSha,
        @Required String message,
        @Nullable @AllowBlank String note) {}
