package dev.sightline.signals.scout.fleet;

import dev.sightline.signals.scout.ProjectSettings;
import dev.sightline.time.Timestamps;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Brings the shipped scouts into projects. Repeating it changes nothing. */
@ApplicationScoped
public class SkillSync {

    private final Fleet fleet;
    private final SkillStore store;
    private final Pool pool;
    private final Clock clock;

    SkillSync(Fleet fleet, SkillStore store, Pool pool, Clock clock) {
        this.fleet = fleet;
        this.store = store;
        this.pool = pool;
        this.clock = clock;
    }

    /** Brings a project up to date; {@code prune} takes unedited scouts away that are not shipped any more. */
    public Uni<Void> sync(ProjectSettings settings, boolean prune) {
        List<ShippedScout> wanted = fleet.scouts().stream()
                .filter(scout -> !settings.withheld().contains(scout.name()))
                .toList();
        return store.latest(pool, settings.projectId())
                .map(latest -> SyncPlan.of(wanted, latest, prune, Timestamps.micros(clock.instant())))
                .flatMap(plan -> plan.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : pool.withTransaction(tx -> apply(tx, settings.projectId(), plan)));
    }

    /** Projects to which another version of Sightline has shipped a scout's text, whether or not it was edited since. */
    public Uni<List<Integer>> outdated() {
        Map<String, String> fingerprints = fleet.scouts().stream()
                .collect(Collectors.toMap(
                        ShippedScout::name, scout -> scout.text().fingerprint()));
        return store.outdated(fingerprints);
    }

    private Uni<Void> apply(SqlClient tx, int projectId, SyncPlan plan) {
        return each(plan.fresh(), skill -> store.insert(tx, projectId, skill))
                .chain(() -> each(plan.changed(), skill -> store.replace(tx, projectId, skill)))
                .chain(() -> store.delete(tx, projectId, plan.pruned()));
    }

    private static Uni<Void> each(List<Skill> skills, Function<Skill, Uni<Boolean>> effect) {
        return Multi.createFrom()
                .iterable(skills)
                .onItem()
                .transformToUniAndConcatenate(effect::apply)
                .onItem()
                .ignoreAsUni();
    }
}
