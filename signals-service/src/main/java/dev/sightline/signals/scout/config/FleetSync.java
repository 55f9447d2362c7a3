package dev.sightline.signals.scout.config;

import dev.sightline.activity.Actor;
import dev.sightline.signals.scout.ProjectSettings;
import dev.sightline.signals.scout.Settings;
import dev.sightline.signals.scout.fleet.SkillSync;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Brings projects' skills and configurations up to date with what is shipped (spec/scouts.md 4.5, 9.2). */
@ApplicationScoped
public class FleetSync {

    private static final Logger LOG = Logger.getLogger(FleetSync.class);

    private final SkillSync skills;
    private final Registration registration;
    private final Settings settings;

    FleetSync(SkillSync skills, Registration registration, Settings settings) {
        this.skills = skills;
        this.registration = registration;
        this.settings = settings;
    }

    /** Brings one project up to date because somebody asked for it. Repeating it changes nothing. */
    Uni<Void> sync(int projectId, Actor actor) {
        return settings.of(projectId)
                .flatMap(limits -> skills.sync(limits, false).chain(() -> registration.register(limits, actor)));
    }

    /**
     * Brings up to date what a tick is about to dispatch: projects that are enrolled by number in every respect, of all
     * others the texts that another version of Sightline shipped.
     */
    public Uni<Void> refresh(Settings.Snapshot all) {
        return each(all.named(), project -> skills.sync(all.of(project), true)
                        .chain(() -> registration.register(all.of(project), null)))
                .chain(skills::outdated)
                .chain(outdated -> each(outdated, project -> skills.sync(all.of(project), false)));
    }

    /** Brings the texts of one project up to date before one of them is followed. Never fails. */
    public Uni<Void> refresh(ProjectSettings limits) {
        return lenient(limits.projectId(), skills.sync(limits, false));
    }

    /** One that fails does not hold up the rest. */
    private static Uni<Void> each(Collection<Integer> projects, Function<Integer, Uni<Void>> effect) {
        return Multi.createFrom()
                .iterable(projects)
                .onItem()
                .transformToUniAndConcatenate(project -> lenient(project, effect.apply(project)))
                .onItem()
                .ignoreAsUni();
    }

    private static Uni<Void> lenient(int project, Uni<Void> effect) {
        return effect.onFailure()
                .invoke(failure -> LOG.warnf(failure, "Scouts not brought up to date project=%d", project))
                .onFailure()
                .recoverWithNull();
    }
}
