package dev.sightline.signals.scout.config;

import java.time.Instant;
import java.util.UUID;

/**
 * A project's schedule of one scout.
 *
 * @param emit false for a dry run: everything happens, nothing is emitted
 * @param lastRunAt when the schedule last dispatched it; null for never
 */
public record ScoutConfig(
        UUID id,
        int projectId,
        String skillName,
        Switches switches,
        Instant lastRunAt,
        Instant createdAt,
        Integer createdBy,
        Integer enabledBy) {

    /** What can be changed. */
    public record Switches(boolean enabled, boolean emit, int runIntervalMinutes) {}

    /** The same, changed by a person. Who switched it on is remembered when it is switched off. */
    ScoutConfig with(Switches changed, int userId) {
        boolean switchedOn = changed.enabled() && !switches.enabled();
        return new ScoutConfig(
                id,
                projectId,
                skillName,
                changed,
                lastRunAt,
                createdAt,
                createdBy,
                switchedOn ? Integer.valueOf(userId) : enabledBy);
    }

    /** For whom its runs act: who switched it on, or else who made it; null if nobody did. */
    public Integer actsFor() {
        return enabledBy == null ? createdBy : enabledBy;
    }
}
