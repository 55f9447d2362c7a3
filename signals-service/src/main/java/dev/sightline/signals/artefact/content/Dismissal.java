package dev.sightline.signals.artefact.content;

import dev.sightline.api.body.AllowBlank;
import dev.sightline.api.body.Nullable;
import jakarta.validation.constraints.Size;

/** Why a person dismissed or snoozed a report; any code may stand here. */
record Dismissal(
        @Nullable @AllowBlank @Size(max = 128) String reason,
        @Nullable @AllowBlank @Size(max = 4000) String note,
        @Nullable Integer userId,
        @Nullable String userUuid,
        @Nullable String slackUserId) {}
