package dev.sightline.signals.artefact.content;

import dev.sightline.api.body.DefaultTo;
import dev.sightline.api.body.Nullable;
import dev.sightline.api.body.Required;
import jakarta.validation.constraints.Pattern;

/** A run of a task that works on the report. */
record TaskRunContent(
        @Required String taskId,
        @Nullable String runId,

        @DefaultTo("tasks") @Pattern(regexp = TaskRunContent.SLUG)
        String product,

        @DefaultTo("agent_run") @Pattern(regexp = TaskRunContent.SLUG)
        String type) {

    private static final String SLUG = "[a-z0-9][a-z0-9_-]*";
}
