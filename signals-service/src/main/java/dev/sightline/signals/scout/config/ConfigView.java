package dev.sightline.signals.scout.config;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sightline.signals.scout.fleet.Fleet;
import dev.sightline.signals.scout.fleet.Skill;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A configuration as the API shows it (spec/scouts.md 4.1). */
@JsonPropertyOrder({
    "id",
    "skill_name",
    "description",
    "scout_origin",
    "enabled",
    "emit",
    "run_interval_minutes",
    "last_run_at",
    "created_at"
})
record ConfigView(
        UUID id,
        String skillName,
        String description,
        String scoutOrigin,
        boolean enabled,
        boolean emit,
        int runIntervalMinutes,
        Instant lastRunAt,
        Instant createdAt) {

    /** With what the project's live skill of that name says, if there is one. */
    static ConfigView of(ScoutConfig config, Optional<Skill> skill, Fleet fleet) {
        return new ConfigView(
                config.id(),
                config.skillName(),
                skill.map(live -> live.text().description()).orElse(""),
                skill.filter(fleet::owns).isPresent() ? "canonical" : "custom",
                config.switches().enabled(),
                config.switches().emit(),
                config.switches().runIntervalMinutes(),
                config.lastRunAt(),
                config.createdAt());
    }
}
