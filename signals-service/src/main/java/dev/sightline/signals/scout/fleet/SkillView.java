package dev.sightline.signals.scout.fleet;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;

/** A skill as the API shows it. */
@JsonPropertyOrder({"name", "description", "body", "allowed_tools", "version", "scout_origin", "created_at"})
record SkillView(
        String name,
        String description,
        String body,
        List<String> allowedTools,
        int version,
        String scoutOrigin,
        Instant createdAt) {

    static SkillView of(Skill skill, Fleet fleet) {
        return new SkillView(
                skill.name(),
                skill.text().description(),
                skill.text().body(),
                skill.text().allowedTools(),
                skill.version(),
                fleet.owns(skill) ? "canonical" : "custom",
                skill.origin().createdAt());
    }
}
