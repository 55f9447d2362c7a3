package dev.sightline.signals.artefact.content;

import dev.sightline.api.body.AllowBlank;
import dev.sightline.api.body.Nullable;
import dev.sightline.api.body.Required;

/** Whether the signals of a report are safe to act on; {@code true} is safe. */
record SafetyJudgment(
        @Required Boolean choice, @Nullable @AllowBlank String explanation) {}
