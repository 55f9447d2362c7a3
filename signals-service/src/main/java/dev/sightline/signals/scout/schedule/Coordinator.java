package dev.sightline.signals.scout.schedule;

import dev.sightline.signals.scout.ScoutDefaults;
import dev.sightline.signals.scout.Settings;
import dev.sightline.signals.scout.config.FleetSync;
import dev.sightline.signals.scout.run.RunStore;
import dev.sightline.sql.Rows;
import dev.sightline.time.Timestamps;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Dispatches scouts when their time has come (spec/scouts.md 9). The day is divided into ticks; each is dispatched in one
 * transaction by the replica that takes it first, so that nothing is dispatched twice and a lost replica's tick is taken
 * by another.
 */
@ApplicationScoped
public class Coordinator {

    private static final Logger LOG = Logger.getLogger(Coordinator.class);

    private final Settings settings;
    private final FleetSync fleet;
    private final Dispatcher dispatcher;
    private final RunStore runs;
    private final Pool pool;
    private final ScoutDefaults defaults;
    private final Clock clock;

    Coordinator(
            Settings settings,
            FleetSync fleet,
            Dispatcher dispatcher,
            RunStore runs,
            Pool pool,
            ScoutDefaults defaults,
            Clock clock) {
        this.settings = settings;
        this.fleet = fleet;
        this.dispatcher = dispatcher;
        this.runs = runs;
        this.pool = pool;
        this.defaults = defaults;
        this.clock = clock;
    }

    @Scheduled(every = "${sightline.scouts.look:5s}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return defaults.automatic()
                ? tick(slot()).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    @Scheduled(every = "60s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> reap() {
        return runs.reap(defaults.staleAfter()).replaceWithVoid();
    }

    /** The beginning of the tick that it is now. */
    private Instant slot() {
        long length = Math.max(1, defaults.tick().toMillis());
        return Instant.ofEpochMilli(clock.millis() / length * length);
    }

    /** Dispatches a tick unless that has been done; how many runs were queued. */
    public Uni<Integer> tick(Instant tick) {
        return pool.withTransaction(tx -> tx.preparedQuery(ScheduleQueries.TAKE)
                .execute(Tuple.of(Rows.parameter(tick)))
                .flatMap(taken -> taken.size() == 0 ? Uni.createFrom().item(0) : dispatch(tx, tick)));
    }

    private Uni<Integer> dispatch(SqlClient tx, Instant tick) {
        Instant now = Timestamps.micros(clock.instant());
        return settings.all()
                .call(all -> refresh(all))
                .flatMap(all -> dispatcher
                        .since(tx, now.minus(Duration.ofHours(24)))
                        .flatMap(today -> dispatcher
                                .due(tx, now, defaults.grace())
                                .map(due -> plan(all, today, now).choose(allowed(all, due)))))
                .flatMap(chosen ->
                        chosen.isEmpty() ? Uni.createFrom().item(0) : dispatcher.dispatch(tx, chosen, now, tick))
                .invoke(queued -> LOG.infof("Scouts dispatched tick=%s runs=%d", tick, queued));
    }

    /** Projects that are enrolled by number get what is shipped at every tick; one that fails does not hold up the rest. */
    private Uni<Void> refresh(Settings.Snapshot all) {
        return Multi.createFrom()
                .iterable(all.named())
                .onItem()
                .transformToUniAndConcatenate(project -> fleet.sync(all.of(project), null, true)
                        .onFailure()
                        .invoke(failure -> LOG.warnf(failure, "Scouts not brought up to date project=%d", project))
                        .onFailure()
                        .recoverWithNull())
                .onItem()
                .ignoreAsUni();
    }

    private static List<Due> allowed(Settings.Snapshot all, List<Due> due) {
        return due.stream()
                .filter(scout -> all.of(scout.projectId()).enrolled())
                .filter(scout -> !all.of(scout.projectId()).withheld().contains(scout.skillName()))
                .toList();
    }

    private static Plan plan(Settings.Snapshot all, Map<Integer, Integer> today, Instant now) {
        return new Plan(
                now,
                project -> Math.min(
                        all.of(project).maxRunsPerTick(),
                        all.of(project).maxRunsPerDay().orElse(Integer.MAX_VALUE) - today.getOrDefault(project, 0)),
                all.maxRunsPerTick());
    }
}
