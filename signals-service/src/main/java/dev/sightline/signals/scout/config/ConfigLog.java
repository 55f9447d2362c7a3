package dev.sightline.signals.scout.config;

import dev.sightline.messaging.Outbox;
import dev.sightline.signals.activity.Activity;
import dev.sightline.signals.activity.Actor;
import dev.sightline.signals.scout.config.ScoutConfig.Switches;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the activity log hears of configurations (spec/scouts.md 3.8). */
@ApplicationScoped
class ConfigLog {

    private final Outbox outbox;
    private final Clock clock;

    ConfigLog(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Void> created(SqlClient tx, ScoutConfig config, Actor actor) {
        return log(
                tx,
                config,
                actor,
                new Entry("created", Map.of("enabled", config.switches().enabled())));
    }

    /** Nothing if nothing changed. */
    Uni<Void> updated(SqlClient tx, ScoutConfig before, ScoutConfig after, Actor actor) {
        List<Map<String, Object>> changes = changes(before.switches(), after.switches());
        return changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : log(tx, after, actor, new Entry("updated", Map.of("changes", changes)));
    }

    Uni<Void> deleted(SqlClient tx, ScoutConfig config, Actor actor) {
        return log(tx, config, actor, new Entry("deleted", Map.of()));
    }

    private static List<Map<String, Object>> changes(Switches before, Switches after) {
        List<Map<String, Object>> changes = new ArrayList<>();
        change(changes, "enabled", before.enabled(), after.enabled());
        change(changes, "emit", before.emit(), after.emit());
        change(changes, "run_interval_minutes", before.runIntervalMinutes(), after.runIntervalMinutes());
        return changes;
    }

    private static void change(List<Map<String, Object>> changes, String field, Object before, Object after) {
        if (!before.equals(after)) {
            changes.add(Map.of("field", field, "before", before, "after", after));
        }
    }

    private record Entry(String what, Map<String, ?> detail) {}

    private Uni<Void> log(SqlClient tx, ScoutConfig config, Actor actor, Entry entry) {
        Activity activity = new Activity(
                config.projectId(), "SignalScoutConfig", config.id(), config.skillName(), entry.what(), entry.detail());
        return outbox.append(
                tx, List.of(actor == null ? activity.bySystem(clock.instant()) : activity.by(actor, clock.instant())));
    }
}
