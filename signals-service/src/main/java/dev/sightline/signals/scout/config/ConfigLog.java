package dev.sightline.signals.scout.config;

import dev.sightline.activity.Activity;
import dev.sightline.activity.ActivityLog;
import dev.sightline.activity.Actor;
import dev.sightline.activity.Changes;
import dev.sightline.signals.scout.config.ScoutConfig.Switches;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the activity log hears of configurations (spec/scouts.md 3.8). */
@ApplicationScoped
class ConfigLog {

    private final ActivityLog log;

    ConfigLog(ActivityLog log) {
        this.log = log;
    }

    Uni<Void> created(SqlClient tx, ScoutConfig config, Actor actor) {
        return log(
                tx,
                config,
                actor,
                new Entry(Activity.CREATED, Map.of("enabled", config.switches().enabled())));
    }

    /** Nothing if nothing changed. */
    Uni<Void> updated(SqlClient tx, ScoutConfig before, ScoutConfig after, Actor actor) {
        List<Map<String, Object>> changes = Changes.between(fields(before.switches()), fields(after.switches()));
        return changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : log(tx, after, actor, new Entry(Activity.UPDATED, Map.of("changes", changes)));
    }

    Uni<Void> deleted(SqlClient tx, ScoutConfig config, Actor actor) {
        return log(tx, config, actor, new Entry(Activity.DELETED, Map.of()));
    }

    private static Map<String, ?> fields(Switches switches) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("enabled", switches.enabled());
        fields.put("emit", switches.emit());
        fields.put("run_interval_minutes", switches.runIntervalMinutes());
        return fields;
    }

    private record Entry(String what, Map<String, ?> detail) {}

    private Uni<Void> log(SqlClient tx, ScoutConfig config, Actor actor, Entry entry) {
        Activity activity = new Activity(
                config.projectId(), "SignalScoutConfig", config.id(), config.skillName(), entry.what(), entry.detail());
        return log.append(tx, activity, actor == null ? Actor.SYSTEM : actor);
    }
}
