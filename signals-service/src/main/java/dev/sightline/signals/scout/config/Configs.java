package dev.sightline.signals.scout.config;

import dev.sightline.activity.Actor;
import dev.sightline.api.ApiException;
import dev.sightline.signals.scout.config.ConfigRequests.Change;
import dev.sightline.signals.scout.config.ConfigRequests.Register;
import dev.sightline.signals.scout.config.Edits.Edit;
import dev.sightline.signals.scout.fleet.SkillStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What the API changes in configurations (spec/scouts.md 4). */
@ApplicationScoped
class Configs {

    private final Edits edits;
    private final ConfigStore store;
    private final SkillStore skills;
    private final NewConfigs fresh;

    Configs(Edits edits, ConfigStore store, SkillStore skills, NewConfigs fresh) {
        this.edits = edits;
        this.store = store;
        this.skills = skills;
        this.fresh = fresh;
    }

    /** A configuration and whether it was made just now. */
    record Registered(ScoutConfig config, boolean created) {}

    /** Makes a configuration, or changes the one there is. */
    Uni<Registered> register(int projectId, Actor actor, Register body) {
        return edits.edit(projectId, actor, edit -> skills.find(edit.tx(), projectId, body.skillName())
                .map(live -> live.orElseThrow(Configs::noSuchSkill))
                .map(skill -> fresh.of(edit.settings(), skill, body.change()::of, actor))
                .flatMap(config -> create(edit, config)
                        .flatMap(created -> created
                                ? Uni.createFrom().item(new Registered(config, true))
                                : changeKnown(edit, body))));
    }

    private Uni<Boolean> create(Edit edit, ScoutConfig config) {
        return store.lock(edit.tx(), config.projectId(), config.skillName())
                .flatMap(known -> known.isPresent() ? Uni.createFrom().item(false) : edits.insertWithin(edit, config));
    }

    private Uni<Registered> changeKnown(Edit edit, Register body) {
        return store.lock(edit.tx(), edit.settings().projectId(), body.skillName())
                .map(known -> known.orElseThrow())
                .flatMap(known -> edits.change(edit, known, body.change().of(known.switches())))
                .map(config -> new Registered(config, false));
    }

    Uni<ScoutConfig> change(int projectId, Actor actor, UUID id, Change body) {
        return edits.edit(projectId, actor, edit -> existing(edit, id)
                .flatMap(config -> edits.change(edit, config, body.of(config.switches()))));
    }

    Uni<Void> delete(int projectId, Actor actor, UUID id) {
        return edits.edit(projectId, actor, edit -> existing(edit, id).flatMap(config -> edits.delete(edit, config)));
    }

    private Uni<ScoutConfig> existing(Edit edit, UUID id) {
        return store.lock(edit.tx(), edit.settings().projectId(), id)
                .map(found -> found.orElseThrow(ApiException::notFound));
    }

    private static ApiException noSuchSkill() {
        return ApiException.invalid("skill_name", "This project has no scout of that name.");
    }
}
