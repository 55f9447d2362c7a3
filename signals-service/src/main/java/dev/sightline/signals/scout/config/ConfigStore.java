package dev.sightline.signals.scout.config;

import dev.sightline.signals.scout.config.ScoutConfig.Switches;
import dev.sightline.sql.Rows;
import dev.sightline.time.Timestamps;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Scout configurations in the database. */
@ApplicationScoped
public class ConfigStore {

    private final Pool pool;
    private final Clock clock;

    ConfigStore(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** All of a project by name. */
    Uni<List<ScoutConfig>> list(int projectId) {
        return list(pool, projectId);
    }

    Uni<List<ScoutConfig>> list(SqlClient client, int projectId) {
        return client.preparedQuery(ConfigQueries.LIST)
                .execute(Tuple.of(projectId))
                .map(rows -> Rows.list(rows, ConfigStore::config));
    }

    public Uni<Optional<ScoutConfig>> find(int projectId, UUID id) {
        return one(pool, ConfigQueries.FIND, Tuple.of(projectId, id));
    }

    /** The configuration, held until the transaction ends. */
    Uni<Optional<ScoutConfig>> lock(SqlClient tx, int projectId, UUID id) {
        return one(tx, ConfigQueries.LOCK, Tuple.of(projectId, id));
    }

    /** The same by the name of its skill. */
    Uni<Optional<ScoutConfig>> lock(SqlClient tx, int projectId, String skillName) {
        return one(tx, ConfigQueries.LOCK_BY_NAME, Tuple.of(projectId, skillName));
    }

    private static Uni<Optional<ScoutConfig>> one(SqlClient client, String sql, Tuple values) {
        return client.preparedQuery(sql).execute(values).map(rows -> Rows.first(rows, ConfigStore::config));
    }

    /** Whether it was stored; it is not if the scout has a configuration already. */
    Uni<Boolean> insert(SqlClient tx, ScoutConfig config) {
        Tuple row = Tuple.of(config.projectId(), config.id(), config.skillName());
        row.addBoolean(config.switches().enabled())
                .addBoolean(config.switches().emit())
                .addInteger(config.switches().runIntervalMinutes())
                .addOffsetDateTime(Rows.parameter(config.createdAt()))
                .addInteger(config.createdBy())
                .addInteger(config.enabledBy());
        return tx.preparedQuery(ConfigQueries.INSERT).execute(row).map(stored -> stored.size() == 1);
    }

    /** Whoever switches a scout on forgets how often it failed. */
    Uni<Void> update(SqlClient tx, ScoutConfig config) {
        Tuple row = Tuple.of(config.projectId(), config.id());
        row.addBoolean(config.switches().enabled())
                .addBoolean(config.switches().emit())
                .addInteger(config.switches().runIntervalMinutes())
                .addInteger(config.enabledBy())
                .addOffsetDateTime(Rows.parameter(Timestamps.micros(clock.instant())));
        return tx.preparedQuery(ConfigQueries.UPDATE).execute(row).replaceWithVoid();
    }

    Uni<Void> delete(SqlClient tx, ScoutConfig config) {
        return tx.preparedQuery(ConfigQueries.DELETE)
                .execute(Tuple.of(config.projectId(), config.id()))
                .replaceWithVoid();
    }

    /** Enabled configurations of the project beside that of a skill. */
    Uni<Long> otherEnabled(SqlClient tx, int projectId, String skillName) {
        return tx.preparedQuery(ConfigQueries.COUNT_ENABLED)
                .execute(Tuple.of(projectId, skillName))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static ScoutConfig config(Row row) {
        return new ScoutConfig(
                row.getUUID("id"),
                row.getInteger("project_id"),
                row.getString("skill_name"),
                new Switches(row.getBoolean("enabled"), row.getBoolean("emit"), row.getInteger("run_interval_minutes")),
                Rows.instant(row, "last_run_at"),
                Rows.instant(row, "created_at"),
                row.getInteger("created_by"),
                row.getInteger("enabled_by"));
    }
}
