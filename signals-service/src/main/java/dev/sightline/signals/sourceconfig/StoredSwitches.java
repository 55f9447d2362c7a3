package dev.sightline.signals.sourceconfig;

import dev.sightline.signals.signal.SignalSource;
import dev.sightline.signals.signal.SourceSwitches;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The switches as the source configurations have them. */
@ApplicationScoped
class StoredSwitches implements SourceSwitches {

    private static final String READ = """
            select project_id, source_product, source_type, enabled,
                   array(select jsonb_array_elements_text(config -> 'evaluation_ids')
                          where jsonb_typeof(config -> 'evaluation_ids') = 'array') as evaluations
            from source_config
            where project_id = any ($1::int[])""";

    private final Pool pool;

    StoredSwitches(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Switches> of(Collection<Integer> projectIds) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(projectIds.toArray(Integer[]::new)))
                .map(StoredSwitches::switches);
    }

    private static Switches switches(RowSet<Row> rows) {
        Map<Integer, Map<SignalSource, Switch>> byProject = new HashMap<>();
        rows.forEach(row -> byProject
                .computeIfAbsent(row.getInteger("project_id"), project -> new HashMap<>())
                .put(
                        new SignalSource(row.getString("source_product"), row.getString("source_type")),
                        new Switch(
                                row.getBoolean("enabled"), Set.copyOf(List.of(row.getArrayOfStrings("evaluations"))))));
        return new Switches(byProject);
    }
}
