package dev.sightline.signals.scout.config;

import dev.sightline.signals.activity.Actor;
import dev.sightline.signals.scout.ProjectSettings;
import dev.sightline.signals.scout.ScoutDefaults;
import dev.sightline.signals.scout.config.ScoutConfig.Switches;
import dev.sightline.signals.scout.fleet.Fleet;
import dev.sightline.signals.scout.fleet.Skill;
import dev.sightline.signals.scout.fleet.SkillStore;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives every live skill of a project that has none a configuration (spec/scouts.md 8.3). Existing ones stay as they are. */
@ApplicationScoped
public class Registration {

    private final SkillStore skills;
    private final ConfigStore configs;
    private final ConfigLog log;
    private final Pool pool;
    private final Fleet fleet;
    private final ScoutDefaults defaults;
    private final Clock clock;

    Registration(
            SkillStore skills,
            ConfigStore configs,
            ConfigLog log,
            Pool pool,
            Fleet fleet,
            ScoutDefaults defaults,
            Clock clock) {
        this.skills = skills;
        this.configs = configs;
        this.log = log;
        this.pool = pool;
        this.fleet = fleet;
        this.defaults = defaults;
        this.clock = clock;
    }

    /** Registers what is missing; {@code actor} is null when nobody asked for it. */
    public Uni<Void> register(ProjectSettings settings, Actor actor) {
        return pool.withTransaction(
                tx -> skills.live(tx, settings.projectId()).flatMap(live -> configs.list(tx, settings.projectId())
                        .flatMap(known -> insert(tx, missing(settings, live, known, actor), actor))));
    }

    private List<ScoutConfig> missing(
            ProjectSettings settings, List<Skill> live, List<ScoutConfig> known, Actor actor) {
        Set<String> names = known.stream().map(ScoutConfig::skillName).collect(Collectors.toCollection(HashSet::new));
        long[] enabled = {
            known.stream().filter(config -> config.switches().enabled()).count()
        };
        return live.stream()
                .filter(skill -> !settings.withheld().contains(skill.name()) && names.add(skill.name()))
                .map(skill -> {
                    boolean on = startsEnabled(settings, skill) && enabled[0] < settings.maxEnabled();
                    enabled[0] += on ? 1 : 0;
                    return fresh(settings, skill, on, actor);
                })
                .toList();
    }

    private boolean startsEnabled(ProjectSettings settings, Skill skill) {
        return !fleet.owns(skill)
                || settings.enabledSkills()
                        .map(names -> names.contains(skill.name()))
                        .orElse(true);
    }

    private ScoutConfig fresh(ProjectSettings settings, Skill skill, boolean enabled, Actor actor) {
        Integer userId = actor == null ? null : actor.userId();
        return new ScoutConfig(
                UuidV7.next(),
                settings.projectId(),
                skill.name(),
                new Switches(enabled, true, interval(settings, skill)),
                null,
                Timestamps.micros(clock.instant()),
                userId,
                enabled ? userId : null);
    }

    /** Minutes between the runs of a scout that is registered now. */
    int interval(ProjectSettings settings, Skill skill) {
        int usual = fleet.unchanged(skill) ? defaults.detectorInterval() : defaults.modelInterval();
        return fleet.owns(skill) ? settings.enabledInterval().orElse(usual) : usual;
    }

    private Uni<Void> insert(SqlClient tx, List<ScoutConfig> missing, Actor actor) {
        return Multi.createFrom()
                .iterable(missing)
                .onItem()
                .transformToUniAndConcatenate(config -> configs.insert(tx, config)
                        .flatMap(stored -> stored
                                ? log.created(tx, config, actor)
                                : Uni.createFrom().voidItem()))
                .onItem()
                .ignoreAsUni();
    }
}
