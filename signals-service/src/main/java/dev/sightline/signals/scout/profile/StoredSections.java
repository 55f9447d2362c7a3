package dev.sightline.signals.scout.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import dev.sightline.signals.scout.profile.Coverage.State;
import dev.sightline.sql.Rows;
import dev.sightline.time.Timestamps;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;

/** The sections that stand in tables of this service: sources, reports, activity and what was handed in. */
final class StoredSections {

    private static final int ACTIVITY_DAYS = 14;
    private static final Duration HANDED_IN_LIFE = Duration.ofDays(7);

    private StoredSections() {}

    static Uni<Void> add(Build build) {
        return sources(build)
                .chain(() -> reports(build))
                .chain(() -> activity(build))
                .chain(() -> handedIn(build));
    }

    private static Uni<Void> sources(Build build) {
        return build.read(ProfileQueries.SOURCES)
                .invoke(rows -> {
                    ObjectNode sources = Json.mapper().createObjectNode();
                    sources.putArray("enabled");
                    sources.putArray("disabled");
                    rows.forEach(row -> sources.withArray(row.getBoolean("enabled") ? "enabled" : "disabled")
                            .addObject()
                            .put("source_product", row.getString("source_product"))
                            .put("source_type", row.getString("source_type")));
                    build.inventory().put("signal_source_configs", sources, State.COMPLETE);
                })
                .replaceWithVoid();
    }

    private static Uni<Void> reports(Build build) {
        return build.read(ProfileQueries.REPORTS)
                .invoke(rows -> {
                    ObjectNode reports = Json.mapper().createObjectNode().put("total", 0);
                    ArrayNode byStatus = reports.putArray("by_status");
                    rows.forEach(row -> {
                        int count = row.getInteger("count");
                        byStatus.addObject()
                                .put("status", row.getString("status"))
                                .put("count", count);
                        reports.put("total", reports.path("total").intValue() + count);
                    });
                    build.inventory().put("existing_inbox_reports", reports, State.COMPLETE);
                })
                .replaceWithVoid();
    }

    private static Uni<Void> activity(Build build) {
        Object since = Rows.parameter(build.now().minus(Duration.ofDays(ACTIVITY_DAYS)));
        return build.read(ProfileQueries.ACTIVITY, since)
                .invoke(rows -> {
                    ObjectNode activity = Json.mapper().createObjectNode().put("window_days", ACTIVITY_DAYS);
                    ArrayNode scopes = activity.putArray("by_scope");
                    rows.forEach(row -> scopes.addObject()
                            .put("scope", row.getString("scope"))
                            .put("edits", row.getInteger("edits"))
                            .put("users", row.getInteger("users"))
                            .put("last_edit", Timestamps.print(Rows.instant(row, "last_edit"))));
                    build.inventory().put("recent_activity", activity, State.DERIVED);
                })
                .replaceWithVoid();
    }

    private static Uni<Void> handedIn(Build build) {
        return build.read(ProfileQueries.INVENTORY)
                .invoke(rows -> rows.forEach(row -> handedIn(build, row)))
                .replaceWithVoid();
    }

    private static void handedIn(Build build, Row row) {
        Instant at = Rows.instant(row, "received_at");
        boolean stale = at.isBefore(build.now().minus(HANDED_IN_LIFE));
        Section.named(row.getString("section")).ifPresent(section -> build.inventory()
                .handedIn(section, Json.read(row.getString("content"), JsonNode.class), at, stale));
    }
}
