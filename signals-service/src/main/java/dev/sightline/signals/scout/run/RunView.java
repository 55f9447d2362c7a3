package dev.sightline.signals.scout.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sightline.json.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A run as the API shows it (spec/scouts.md 6.1). */
@JsonPropertyOrder({
    "run_id",
    "skill_name",
    "skill_version",
    "status",
    "created_at",
    "started_at",
    "completed_at",
    "task_id",
    "task_run_id",
    "task_url",
    "summary",
    "error",
    "failure_reason",
    "emitted_count",
    "emitted_finding_ids"
})
record RunView(
        UUID runId,
        String skillName,
        int skillVersion,
        String status,
        Instant createdAt,
        Instant startedAt,
        Instant completedAt,
        UUID taskId,
        UUID taskRunId,
        String taskUrl,
        String summary,
        String error,
        String failureReason,
        int emittedCount,
        List<String> emittedFindingIds) {

    /** With a link to the task's page if there are such pages. */
    static RunView of(ScoutRun run, Optional<String> taskBase) {
        Failure failure = Failure.of(run);
        return new RunView(
                run.id(),
                run.skill().name(),
                run.skill().version(),
                Wire.name(run.status()),
                run.times().created(),
                run.times().started(),
                run.times().completed(),
                run.task().id(),
                run.task().runId(),
                taskBase.map(base -> url(base, run)).orElse(null),
                run.result().summary(),
                failure.error(),
                failure.reason(),
                run.result().findingIds().size(),
                run.result().findingIds());
    }

    private static String url(String base, ScoutRun run) {
        return base + "/project/" + run.projectId() + "/tasks/" + run.task().id() + "?runId="
                + run.task().runId();
    }
}
