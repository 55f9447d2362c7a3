package dev.sightline.signals.scout.config;

import dev.sightline.api.ApiException;
import dev.sightline.signals.activity.Actor;
import dev.sightline.signals.scout.ProjectSettings;
import dev.sightline.signals.scout.Settings;
import dev.sightline.signals.scout.config.ConfigRequests.Change;
import dev.sightline.signals.scout.config.ConfigRequests.Register;
import dev.sightline.signals.scout.config.ScoutConfig.Switches;
import dev.sightline.signals.scout.fleet.Skill;
import dev.sightline.signals.scout.fleet.SkillStore;
import dev.sightline.time.Timestamps;
import dev.sightline.time.UuidV7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** What the API changes in configurations (spec/scouts.md 4). */
@ApplicationScoped
class Configs {

    private final ConfigStore store;
    private final ConfigLog log;
    private final SkillStore skills;
    private final Registration registration;
    private final Settings settings;
    private final Pool pool;
    private final Clock clock;

    Configs(
            ConfigStore store,
            ConfigLog log,
            SkillStore skills,
            Registration registration,
            Settings settings,
            Pool pool,
            Clock clock) {
        this.store = store;
        this.log = log;
        this.skills = skills;
        this.registration = registration;
        this.settings = settings;
        this.pool = pool;
        this.clock = clock;
    }

    /** A configuration and whether it was made just now. */
    record Registered(ScoutConfig config, boolean created) {}

    /** Makes a configuration, or changes the one there is. */
    Uni<Registered> register(int projectId, Actor actor, Register body) {
        return edit(projectId, actor, edit -> skills.find(edit.tx(), projectId, body.skillName())
                .map(live -> live.orElseThrow(Configs::noSuchSkill))
                .flatMap(skill -> create(edit, skill, body)
                        .flatMap(created -> created == null
                                ? store.lock(edit.tx(), projectId, body.skillName())
                                        .flatMap(known -> change(edit, known.orElseThrow(), body.change()))
                                        .map(config -> new Registered(config, false))
                                : Uni.createFrom().item(new Registered(created, true)))));
    }

    Uni<ScoutConfig> change(int projectId, Actor actor, UUID id, Change body) {
        return edit(projectId, actor, edit -> store.lock(edit.tx(), projectId, id)
                .map(found -> found.orElseThrow(ApiException::notFound))
                .flatMap(config -> change(edit, config, body)));
    }

    Uni<Void> delete(int projectId, Actor actor, UUID id) {
        return edit(projectId, actor, edit -> store.lock(edit.tx(), projectId, id)
                .map(found -> found.orElseThrow(ApiException::notFound))
                .call(config -> store.delete(edit.tx(), config))
                .flatMap(config -> log.deleted(edit.tx(), config, actor)));
    }

    /** A transaction in which somebody changes the configurations of a project. */
    private record Edit(SqlClient tx, ProjectSettings settings, Actor actor) {}

    private <T> Uni<T> edit(int projectId, Actor actor, Function<Edit, Uni<T>> change) {
        return settings.of(projectId)
                .flatMap(limits -> pool.withTransaction(tx -> change.apply(new Edit(tx, limits, actor))));
    }

    /** The configuration, or null if the scout has one already. */
    private Uni<ScoutConfig> create(Edit edit, Skill skill, Register body) {
        ScoutConfig config = fresh(edit, skill, body);
        return store.lock(edit.tx(), config.projectId(), config.skillName())
                .flatMap(known -> known.isPresent() ? Uni.createFrom().item(false) : insert(edit, config))
                .map(stored -> stored ? config : null);
    }

    private Uni<Boolean> insert(Edit edit, ScoutConfig config) {
        return checkMaximum(edit, config, config.switches().enabled())
                .chain(() -> store.insert(edit.tx(), config))
                .call(stored -> stored
                        ? log.created(edit.tx(), config, edit.actor())
                        : Uni.createFrom().voidItem());
    }

    private ScoutConfig fresh(Edit edit, Skill skill, Register body) {
        Switches switches = body.change().of(new Switches(true, true, registration.interval(edit.settings(), skill)));
        int userId = edit.actor().userId();
        return new ScoutConfig(
                UuidV7.next(),
                edit.settings().projectId(),
                skill.name(),
                switches,
                null,
                now(),
                userId,
                switches.enabled() ? Integer.valueOf(userId) : null);
    }

    private Uni<ScoutConfig> change(Edit edit, ScoutConfig before, Change body) {
        ScoutConfig after = before.with(body.of(before.switches()), edit.actor().userId());
        if (after.equals(before)) {
            return Uni.createFrom().item(before);
        }
        boolean switchedOn = after.switches().enabled() && !before.switches().enabled();
        return checkMaximum(edit, after, switchedOn)
                .chain(() -> store.update(edit.tx(), after, now()))
                .chain(() -> log.updated(edit.tx(), before, after, edit.actor()))
                .replaceWith(after);
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

    private static ApiException noSuchSkill() {
        return ApiException.invalid("skill_name", "This project has no scout of that name.");
    }

    private Instant now() {
        return Timestamps.micros(clock.instant());
    }
}
