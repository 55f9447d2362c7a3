package dev.sightline.signals.scout.config;

import dev.sightline.activity.Actor;
import dev.sightline.signals.scout.ProjectSettings;
import dev.sightline.signals.scout.ScoutDefaults;
import dev.sightline.signals.scout.config.ScoutConfig.Switches;
import dev.sightline.signals.scout.fleet.Fleet;
import dev.sightline.signals.scout.fleet.Skill;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.function.UnaryOperator;

/** What a configuration is when it is made. */
@ApplicationScoped
class NewConfigs {

    private final Fleet fleet;
    private final Clock clock;

    NewConfigs(Fleet fleet, Clock clock) {
        this.fleet = fleet;
        this.clock = clock;
    }

    /**
     * A configuration that has yet to be stored.
     *
     * @param wish what is to be otherwise than usual
     * @param actor who makes it, null for nobody
     */
    ScoutConfig of(ProjectSettings settings, Skill skill, UnaryOperator<Switches> wish, Actor actor) {
        Switches switches = wish.apply(new Switches(true, true, interval(settings, skill)));
        Integer userId = actor == null ? null : actor.userId();
        return new ScoutConfig(
                UuidV7.next(),
                settings.projectId(),
                skill.name(),
                switches,
                null,
                Timestamps.micros(clock.instant()),
                userId,
                switches.enabled() ? userId : null);
    }

    private int interval(ProjectSettings settings, Skill skill) {
        ScoutDefaults defaults = settings.defaults();
        int usual = fleet.unchanged(skill) ? defaults.detectorInterval() : defaults.modelInterval();
        return fleet.owns(skill) ? settings.enabledInterval().orElse(usual) : usual;
    }

    /** Whether a skill that nobody asked for starts enabled. */
    boolean startsEnabled(ProjectSettings settings, Skill skill) {
        return !fleet.owns(skill)
                || settings.enabledSkills()
                        .map(names -> names.contains(skill.name()))
                        .orElse(true);
    }
}
