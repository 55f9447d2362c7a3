package dev.sightline.signals.scout.config;

import dev.sightline.signals.activity.Actor;
import dev.sightline.signals.scout.ProjectSettings;
import dev.sightline.signals.scout.fleet.SkillSync;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Brings a project's skills and configurations up to date with what is shipped (spec/scouts.md 4.5). */
@ApplicationScoped
public class FleetSync {

    private final SkillSync skills;
    private final Registration registration;

    FleetSync(SkillSync skills, Registration registration) {
        this.skills = skills;
        this.registration = registration;
    }

    /**
     * Repeating it changes nothing.
     *
     * @param actor who asked for it, null for nobody
     * @param prune whether shipped scouts may leave the project
     */
    public Uni<Void> sync(ProjectSettings settings, Actor actor, boolean prune) {
        return skills.sync(settings, prune).chain(() -> registration.register(settings, actor));
    }
}
