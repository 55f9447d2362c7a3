package dev.sightline.signals.scout.config;

import dev.sightline.activity.Actor;
import dev.sightline.api.ApiException;
import dev.sightline.signals.scout.ProjectSettings;
import dev.sightline.signals.scout.Settings;
import dev.sightline.signals.scout.config.ScoutConfig.Switches;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/** Changes of configurations, each with its entry in the activity log and in one transaction with it. */
@ApplicationScoped
class Edits {

    private final Settings settings;
    private final ConfigStore store;
    private final ConfigLog log;
    private final Pool pool;

    Edits(Settings settings, ConfigStore store, ConfigLog log, Pool pool) {
        this.settings = settings;
        this.store = store;
        this.log = log;
        this.pool = pool;
    }

    /**
     * A transaction in which somebody changes the configurations of a project.
     *
     * @param actor null for nobody
     */
    record Edit(SqlClient tx, ProjectSettings settings, Actor actor) {}

    <T> Uni<T> edit(int projectId, Actor actor, Function<Edit, Uni<T>> change) {
        return settings.of(projectId).flatMap(limits -> edit(limits, actor, change));
    }

    <T> Uni<T> edit(ProjectSettings limits, Actor actor, Function<Edit, Uni<T>> change) {
        return pool.withTransaction(tx -> change.apply(new Edit(tx, limits, actor)));
    }

    /** Whether it was stored; it is not if the scout has a configuration already. */
    Uni<Boolean> insert(Edit edit, ScoutConfig config) {
        return store.insert(edit.tx(), config)
                .call(stored -> stored
                        ? log.created(edit.tx(), config, edit.actor())
                        : Uni.createFrom().voidItem());
    }

    /** The same within the limit of enabled scouts; a 400 beyond it. */
    Uni<Boolean> insertWithin(Edit edit, ScoutConfig config) {
        return checkMaximum(edit, config, config.switches().enabled()).chain(() -> insert(edit, config));
    }

    /** The configuration as it is now; nothing is written if nothing changes. */
    Uni<ScoutConfig> change(Edit edit, ScoutConfig before, Switches wanted) {
        ScoutConfig after = before.with(wanted, edit.actor().userId());
        if (after.equals(before)) {
            return Uni.createFrom().item(before);
        }
        boolean switchedOn = after.switches().enabled() && !before.switches().enabled();
        return checkMaximum(edit, after, switchedOn)
                .chain(() -> store.update(edit.tx(), after))
                .chain(() -> log.updated(edit.tx(), before, after, edit.actor()))
                .replaceWith(after);
    }

    Uni<Void> delete(Edit edit, ScoutConfig config) {
        return store.delete(edit.tx(), config).chain(() -> log.deleted(edit.tx(), config, edit.actor()));
    }

    private Uni<Void> checkMaximum(Edit edit, ScoutConfig config, boolean switchedOn) {
        if (!switchedOn) {
            return Uni.createFrom().voidItem();
        }
        int most = edit.settings().maxEnabled();
        return store.otherEnabled(edit.tx(), config.projectId(), config.skillName())
                .invoke(others -> refuse(others >= most, most))
                .replaceWithVoid();
    }

    private static void refuse(boolean full, int most) {
        if (full) {
            throw ApiException.invalid(
                    "enabled", "This project has " + most + " enabled scouts, which is the maximum.");
        }
    }
}
