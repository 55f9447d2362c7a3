package dev.sightline.signals.scout.fleet;

import dev.sightline.api.ApiException;
import dev.sightline.signals.scout.fleet.SkillRequests.Change;
import dev.sightline.signals.scout.fleet.SkillRequests.Create;
import dev.sightline.time.Timestamps;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What the API does with skills. */
@ApplicationScoped
class Skills {

    private final SkillStore store;
    private final Fleet fleet;
    private final Pool pool;
    private final Clock clock;

    Skills(SkillStore store, Fleet fleet, Pool pool, Clock clock) {
        this.store = store;
        this.fleet = fleet;
        this.pool = pool;
        this.clock = clock;
    }

    Uni<List<SkillView>> list(int projectId) {
        return store.live(pool, projectId)
                .map(skills -> skills.stream().map(this::view).toList());
    }

    /** A name that was deleted can be written anew, under its next version. */
    Uni<SkillView> create(int projectId, int userId, Create body) {
        return pool.withTransaction(tx -> store.latest(tx, projectId)
                        .map(latest -> fresh(latest, userId, body))
                        .call(skill -> store.replace(tx, projectId, skill).invoke(Skills::refuseSecond)))
                .map(this::view);
    }

    private Skill fresh(List<Skill> latest, int userId, Create body) {
        int version = latest.stream()
                .filter(skill -> skill.name().equals(body.name()))
                .peek(skill -> refuseSecond(skill.deleted()))
                .mapToInt(Skill::version)
                .max()
                .orElse(0);
        return new Skill(body.name(), version + 1, body.text(), false, new Skill.Origin(null, null, userId, now()));
    }

    private static void refuseSecond(boolean free) {
        if (!free) {
            throw ApiException.invalid("name", "unique", "This project has a scout of this name already.");
        }
    }

    Uni<SkillView> change(int projectId, String name, Change body) {
        return pool.withTransaction(tx -> store.lock(tx, projectId, name)
                        .map(found -> found.orElseThrow(ApiException::notFound))
                        .flatMap(skill -> save(tx, projectId, skill, body.of(skill.text()))))
                .map(this::view);
    }

    private Uni<Skill> save(SqlClient tx, int projectId, Skill skill, SkillText text) {
        if (text.equals(skill.text())) {
            return Uni.createFrom().item(skill);
        }
        Skill later = skill.next(text, skill.origin());
        return store.replace(tx, projectId, later).replaceWith(later);
    }

    private SkillView view(Skill skill) {
        return SkillView.of(skill, fleet);
    }

    private Instant now() {
        return Timestamps.micros(clock.instant());
    }
}
