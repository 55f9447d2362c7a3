package dev.sightline.signals.scout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sightline.json.Json;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the settings of scouts, anew each time: what administrators write is in force at once. */
@ApplicationScoped
public class Settings {

    /** The row that holds for all projects. */
    public static final int FLEET = 0;

    private static final String READ =
            "select project_id, settings::text as settings from scout_settings where project_id = any ($1::int[])";

    private static final String READ_ALL = "select project_id, settings::text as settings from scout_settings";

    private final Pool pool;
    private final ScoutDefaults defaults;

    Settings(Pool pool, ScoutDefaults defaults) {
        this.pool = pool;
        this.defaults = defaults;
    }

    /** The settings that hold for a project. */
    public Uni<ProjectSettings> of(int projectId) {
        return of(pool, projectId);
    }

    /** The same over a connection. */
    public Uni<ProjectSettings> of(SqlClient client, int projectId) {
        return client.preparedQuery(READ)
                .execute(Tuple.of(new Integer[] {FLEET, projectId}))
                .map(rows -> new Snapshot(read(rows), defaults).of(projectId));
    }

    /** The settings of everybody at one moment. */
    public Uni<Snapshot> all() {
        return pool.preparedQuery(READ_ALL).execute().map(rows -> new Snapshot(read(rows), defaults));
    }

    private static Map<Integer, JsonNode> read(RowSet<Row> rows) {
        Map<Integer, JsonNode> byProject = new HashMap<>();
        rows.forEach(row ->
                byProject.put(row.getInteger("project_id"), Json.read(row.getString("settings"), JsonNode.class)));
        return byProject;
    }

    /** All settings at one moment. */
    public record Snapshot(Map<Integer, JsonNode> byProject, ScoutDefaults defaults) {

        public ProjectSettings of(int projectId) {
            return new ProjectSettings(projectId, row(projectId), row(FLEET), defaults);
        }

        /** Runs of all projects a tick. */
        public int maxRunsPerTick() {
            JsonNode set = row(FLEET).path("max_runs_per_tick_global");
            return set.isInt() && set.intValue() > 0 ? set.intValue() : defaults.runsPerTickGlobal();
        }

        /** Projects that are enrolled by their number. */
        public Set<Integer> named() {
            Set<Integer> ids = new TreeSet<>();
            defaults.projects().stream().flatMap(Snapshot::number).forEach(ids::add);
            row(FLEET).path("guaranteed_team_ids").forEach(id -> number(id.asText())
                    .forEach(ids::add));
            ids.removeIf(id -> !of(id).named());
            return ids;
        }

        private static Stream<Integer> number(String name) {
            return name.matches("[0-9]{1,9}") ? Stream.of(Integer.valueOf(name)) : Stream.empty();
        }

        private JsonNode row(int projectId) {
            return byProject.getOrDefault(projectId, MissingNode.getInstance());
        }
    }
}
