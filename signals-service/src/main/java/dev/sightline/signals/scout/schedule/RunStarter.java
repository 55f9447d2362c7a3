package dev.sightline.signals.scout.schedule;

import dev.sightline.api.ApiException;
import dev.sightline.signals.scout.ProjectSettings;
import dev.sightline.signals.scout.ScoutDefaults;
import dev.sightline.signals.scout.Settings;
import dev.sightline.signals.scout.config.ConfigStore;
import dev.sightline.signals.scout.config.ScoutConfig;
import dev.sightline.signals.scout.fleet.Fleet;
import dev.sightline.signals.scout.fleet.Skill;
import dev.sightline.signals.scout.fleet.SkillStore;
import dev.sightline.signals.scout.run.ExecutorKind;
import dev.sightline.signals.scout.run.RunStore;
import dev.sightline.signals.scout.run.ScoutRun;
import dev.sightline.time.Timestamps;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Starts a run because somebody asked for it (spec/scouts.md 14). A scout that is switched off runs as well. */
@ApplicationScoped
class RunStarter {

    private final Settings settings;
    private final ConfigStore configs;
    private final SkillStore skills;
    private final RunStore runs;
    private final Fleet fleet;
    private final Pool pool;
    private final ScoutDefaults defaults;
    private final Clock clock;

    RunStarter(
            Settings settings,
            ConfigStore configs,
            SkillStore skills,
            RunStore runs,
            Fleet fleet,
            Pool pool,
            ScoutDefaults defaults,
            Clock clock) {
        this.settings = settings;
        this.configs = configs;
        this.skills = skills;
        this.runs = runs;
        this.fleet = fleet;
        this.pool = pool;
        this.defaults = defaults;
        this.clock = clock;
    }

    /**
     * Starts a run; a 404 for a scout that the project has not, a 409 while it runs, a 429 over the day's limit.
     *
     * @param external whether somebody else drives it
     */
    Uni<ScoutRun> start(int projectId, UUID configId, boolean external) {
        return settings.of(projectId)
                .invoke(RunStarter::checkEnrolled)
                .call(this::checkDay)
                .flatMap(limits -> configs.find(pool, projectId, configId)
                        .map(found -> found.filter(config -> !limits.withheld().contains(config.skillName()))
                                .orElseThrow(ApiException::notFound)))
                .flatMap(config -> run(config, external))
                .call(run -> runs.reap(defaults.staleAfter()))
                .call(run -> runs.insert(pool, run).invoke(RunStarter::checkAlone));
    }

    private Uni<ScoutRun> run(ScoutConfig config, boolean external) {
        return skills.find(pool, config.projectId(), config.skillName())
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

    private static void checkEnrolled(ProjectSettings limits) {
        if (!limits.enrolled()) {
            throw ApiException.forbidden("Scouts are not available to this project.");
        }
    }

    private Uni<Void> checkDay(ProjectSettings limits) {
        return limits.maxRunsPerDay().isEmpty()
                ? Uni.createFrom().voidItem()
                : runs.today(limits.projectId())
                        .invoke(today -> checkDay(limits, today))
                        .replaceWithVoid();
    }

    private static void checkDay(ProjectSettings limits, int today) {
        if (today >= limits.maxRunsPerDay().orElse(Integer.MAX_VALUE)) {
            throw ApiException.throttled(Duration.ofHours(1));
        }
    }

    private static void checkAlone(boolean stored) {
        if (!stored) {
            throw ApiException.conflict("This scout is running already.");
        }
    }
}
