package dev.sightline.signals.scout.run;

import dev.sightline.signals.scout.config.ScoutConfig;
import dev.sightline.time.UuidV7;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One execution of one version of a scout.
 *
 * @param configId the configuration it was started from; null if that is gone
 * @param userId the person for whom it acts; null for nobody in particular
 */
public record ScoutRun(
        int projectId,
        UUID id,
        Task task,
        UUID configId,
        Skilled skill,
        RunStatus status,
        ExecutorKind executor,
        Integer userId,
        Times times,
        Result result) {

    /** The agent work item that the run is, as clients see it. */
    public record Task(UUID id, UUID runId) {}

    /** The skill as it was at the start. */
    public record Skilled(String name, int version) {}

    /** When it was made, when it started, and when it ended: null while it has not. */
    public record Times(Instant created, Instant started, Instant completed) {}

    /** What came of it so far. */
    public record Result(String summary, String error, List<String> findingIds) {}

    /** A run that has yet to be stored. */
    public static ScoutRun fresh(ScoutConfig config, int skillVersion, ExecutorKind executor, Instant at) {
        return new ScoutRun(
                config.projectId(),
                UuidV7.next(),
                new Task(UuidV7.next(), UuidV7.next()),
                config.id(),
                new Skilled(config.skillName(), skillVersion),
                executor == ExecutorKind.EXTERNAL ? RunStatus.IN_PROGRESS : RunStatus.QUEUED,
                executor,
                config.actsFor(),
                new Times(at, at, null),
                new Result("", "", List.of()));
    }
}
