package dev.sightline.signals.scout.config;

import dev.sightline.activity.Actor;
import dev.sightline.signals.scout.ProjectSettings;
import dev.sightline.signals.scout.config.Edits.Edit;
import dev.sightline.signals.scout.config.ScoutConfig.Switches;
import dev.sightline.signals.scout.fleet.Skill;
import dev.sightline.signals.scout.fleet.SkillStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives every live skill of a project that has none a configuration (spec/scouts.md 8.3). Existing ones stay as they are. */
@ApplicationScoped
class Registration {

    private final SkillStore skills;
    private final ConfigStore configs;
    private final Edits edits;
    private final NewConfigs fresh;

    Registration(SkillStore skills, ConfigStore configs, Edits edits, NewConfigs fresh) {
        this.skills = skills;
        this.configs = configs;
        this.edits = edits;
        this.fresh = fresh;
    }

    /** Registers what is missing; {@code actor} is null when nobody asked for it. */
    Uni<Void> register(ProjectSettings settings, Actor actor) {
        return edits.edit(settings, actor, edit -> skills.live(edit.tx(), settings.projectId())
                .flatMap(live -> configs.list(edit.tx(), settings.projectId())
                        .flatMap(known -> insert(edit, missing(edit, live, known)))));
    }

    private List<ScoutConfig> missing(Edit edit, List<Skill> live, List<ScoutConfig> known) {
        Set<String> names = known.stream().map(ScoutConfig::skillName).collect(Collectors.toCollection(HashSet::new));
        long enabled =
                known.stream().filter(config -> config.switches().enabled()).count();
        List<ScoutConfig> missing = new ArrayList<>();
        for (Skill skill : live) {
            if (!edit.settings().withheld().contains(skill.name()) && names.add(skill.name())) {
                boolean room = enabled < edit.settings().maxEnabled();
                ScoutConfig config = config(edit, skill, room);
                enabled += config.switches().enabled() ? 1 : 0;
                missing.add(config);
            }
        }
        return missing;
    }

    private ScoutConfig config(Edit edit, Skill skill, boolean room) {
        boolean on = room && fresh.startsEnabled(edit.settings(), skill);
        return fresh.of(
                edit.settings(),
                skill,
                usual -> new Switches(on, usual.emit(), usual.runIntervalMinutes()),
                edit.actor());
    }

    private Uni<Void> insert(Edit edit, List<ScoutConfig> missing) {
        return Multi.createFrom()
                .iterable(missing)
                .onItem()
                .transformToUniAndConcatenate(config -> edits.insert(edit, config))
                .onItem()
                .ignoreAsUni();
    }
}
