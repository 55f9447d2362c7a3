package dev.sightline.signals.scout.schedule;

import dev.sightline.api.ApiException;
import dev.sightline.signals.scout.ProjectSettings;
import dev.sightline.signals.scout.config.ConfigStore;
import dev.sightline.signals.scout.config.ScoutConfig;
import dev.sightline.signals.scout.fleet.Fleet;
import dev.sightline.signals.scout.fleet.Skill;
import dev.sightline.signals.scout.fleet.SkillStore;
import dev.sightline.signals.scout.run.ExecutorKind;
import dev.sightline.signals.scout.run.ScoutRun;
import dev.sightline.time.Timestamps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/** Runs of a project's scouts that have yet to be stored. */
@ApplicationScoped
class FreshRuns {

    private final ConfigStore configs;
    private final SkillStore skills;
    private final Fleet fleet;
    private final Clock clock;

    FreshRuns(ConfigStore configs, SkillStore skills, Fleet fleet, Clock clock) {
        this.configs = configs;
        this.skills = skills;
        this.fleet = fleet;
        this.clock = clock;
    }

    /** A run of what the scout is now; a 404 for a scout that the project has not. */
    Uni<ScoutRun> of(ProjectSettings limits, UUID configId, boolean external) {
        return configs.find(limits.projectId(), configId)
                .map(found -> found.filter(config -> !limits.withheld().contains(config.skillName()))
                        .orElseThrow(ApiException::notFound))
                .flatMap(config -> of(config, external));
    }

    private Uni<ScoutRun> of(ScoutConfig config, boolean external) {
        return skills.find(config.projectId(), config.skillName())
                .map(found -> found.orElseThrow(ApiException::notFound))
                .map(skill -> ScoutRun.fresh(
                        config,
                        skill.version(),
                        external ? ExecutorKind.EXTERNAL : executor(skill),
                        Timestamps.micros(clock.instant())));
    }

    private ExecutorKind executor(Skill skill) {
        return fleet.unchanged(skill) ? ExecutorKind.DETECTOR : ExecutorKind.MODEL;
    }
}
