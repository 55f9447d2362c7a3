package dev.sightline.signals.scout.config;

import dev.sightline.signals.scout.Settings;
import dev.sightline.signals.scout.fleet.Fleet;
import dev.sightline.signals.scout.fleet.Skill;
import dev.sightline.signals.scout.fleet.SkillStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows configurations together with the skills they schedule. */
@ApplicationScoped
class ConfigViews {

    private final ConfigStore configs;
    private final SkillStore skills;
    private final Settings settings;
    private final Fleet fleet;

    ConfigViews(ConfigStore configs, SkillStore skills, Settings settings, Fleet fleet) {
        this.configs = configs;
        this.skills = skills;
        this.settings = settings;
        this.fleet = fleet;
    }

    /** All of a project by name, less those whose skills are withheld from it. */
    Uni<List<ConfigView>> list(int projectId) {
        return settings.of(projectId).flatMap(limits -> configs.list(projectId)
                .map(all -> visible(all, limits.withheld()))
                .flatMap(all -> skills.live(projectId).map(live -> views(all, live))));
    }

    private static List<ScoutConfig> visible(List<ScoutConfig> all, Set<String> withheld) {
        return all.stream()
                .filter(config -> !withheld.contains(config.skillName()))
                .toList();
    }

    private List<ConfigView> views(List<ScoutConfig> configs, List<Skill> live) {
        Map<String, Skill> byName = live.stream().collect(Collectors.toMap(Skill::name, Function.identity()));
        return configs.stream()
                .map(config -> ConfigView.of(config, Optional.ofNullable(byName.get(config.skillName())), fleet))
                .toList();
    }

    Uni<ConfigView> one(ScoutConfig config) {
        return skills.find(config.projectId(), config.skillName()).map(skill -> ConfigView.of(config, skill, fleet));
    }
}
