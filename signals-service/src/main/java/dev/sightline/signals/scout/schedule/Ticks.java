package dev.sightline.signals.scout.schedule;

import dev.sightline.signals.scout.Settings;
import dev.sightline.signals.scout.config.FleetSync;
import dev.sightline.sql.Rows;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Dispatches each tick once, whichever replica takes it, in one transaction. */
@ApplicationScoped
class Ticks {

    private static final Logger LOG = Logger.getLogger(Ticks.class);

    private final Settings settings;
    private final FleetSync fleet;
    private final Dispatcher dispatcher;
    private final Pool pool;

    Ticks(Settings settings, FleetSync fleet, Dispatcher dispatcher, Pool pool) {
        this.settings = settings;
        this.fleet = fleet;
        this.dispatcher = dispatcher;
        this.pool = pool;
    }

    /** How many runs were queued; none if another replica has the tick, or a later one. */
    Uni<Integer> take(Instant tick) {
        return pool.withTransaction(tx -> tx.preparedQuery(ScheduleQueries.TAKE)
                .execute(Tuple.of(Rows.parameter(tick)))
                .flatMap(taken -> taken.size() == 0 ? Uni.createFrom().item(0) : dispatch(tx, tick)));
    }

    private Uni<Integer> dispatch(SqlClient tx, Instant tick) {
        return settings.all()
                .call(fleet::refresh)
                .flatMap(all -> dispatcher.dispatch(tx, all, tick))
                .invoke(queued -> LOG.infof("Scouts dispatched tick=%s runs=%d", tick, queued));
    }
}
