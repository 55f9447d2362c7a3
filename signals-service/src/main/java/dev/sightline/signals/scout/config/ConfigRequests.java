package dev.sightline.signals.scout.config;

import dev.sightline.api.Patch;
import dev.sightline.api.body.Required;
import dev.sightline.signals.scout.ProjectSettings;
import dev.sightline.signals.scout.config.ScoutConfig.Switches;
import dev.sightline.signals.scout.fleet.SkillName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/** Bodies that the routes of configurations take. */
final class ConfigRequests {

    private ConfigRequests() {}

    /** The members that are to change. */
    record Change(
            Patch<Boolean> enabled,
            Patch<Boolean> emit,

            @Min(ProjectSettings.MIN_INTERVAL) @Max(ProjectSettings.MAX_INTERVAL)
            Patch<Integer> runIntervalMinutes) {

        Switches of(Switches current) {
            return new Switches(
                    enabled.or(current.enabled()),
                    emit.or(current.emit()),
                    runIntervalMinutes.or(current.runIntervalMinutes()));
        }
    }

    /** A scout to register, or to change if it is registered already. */
    record Register(
            @Required @Size(max = SkillName.MAX_LENGTH) String skillName,
            Patch<Boolean> enabled,
            Patch<Boolean> emit,

            @Min(ProjectSettings.MIN_INTERVAL) @Max(ProjectSettings.MAX_INTERVAL)
            Patch<Integer> runIntervalMinutes) {

        Register {
            SkillName.check("skill_name", skillName);
        }

        Change change() {
            return new Change(enabled, emit, runIntervalMinutes);
        }
    }
}
