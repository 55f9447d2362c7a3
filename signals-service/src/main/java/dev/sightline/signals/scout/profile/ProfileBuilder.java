package dev.sightline.signals.scout.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.auth.Directory;
import dev.sightline.auth.Organization;
import dev.sightline.json.Json;
import dev.sightline.signals.scout.ProjectSettings;
import dev.sightline.signals.scout.Settings;
import dev.sightline.signals.scout.profile.Coverage.State;
import dev.sightline.signals.scout.projection.Heartbeats;
import dev.sightline.signals.scout.projection.TopEvents;
import dev.sightline.sql.Rows;
import dev.sightline.time.Timestamps;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Gathers the facts of a project section by section (spec/scouts.md 12.2, 15.2). */
@ApplicationScoped
class ProfileBuilder {

    private static final int ACTIVITY_DAYS = 14;
    private static final int PRODUCT_DAYS = 30;
    private static final Duration HANDED_IN_LIFE = Duration.ofDays(7);

    private final Settings settings;
    private final Directory directory;
    private final Heartbeats heartbeats;
    private final TopEvents topEvents;
    private final Clock clock;

    ProfileBuilder(Settings settings, Directory directory, Heartbeats heartbeats, TopEvents topEvents, Clock clock) {
        this.settings = settings;
        this.directory = directory;
        this.heartbeats = heartbeats;
        this.topEvents = topEvents;
        this.clock = clock;
    }

    /** A build under way: all it reads comes over one connection. */
    private record Build(SqlClient tx, int projectId, Instant now, Inventory inventory) {

        Uni<RowSet<Row>> read(String sql, Object... more) {
            Tuple values = Tuple.of(projectId);
            for (Object value : more) {
                values.addValue(value);
            }
            return tx.preparedQuery(sql).execute(values);
        }
    }

    /** The payload of the project's profile as it is now. */
    Uni<ObjectNode> build(SqlClient tx, int projectId) {
        Instant now = clock.instant();
        Build build = new Build(tx, projectId, now, new Inventory(now));
        return settings.of(tx, projectId)
                .invoke(known -> context(build, known))
                .chain(() -> products(build))
                .chain(() -> sources(build))
                .chain(() -> reports(build))
                .chain(() -> activity(build))
                .chain(() -> handedIn(build))
                .chain(() -> heartbeats.current(tx))
                .flatMap(beat -> events(build, beat))
                .invoke(() -> integrations(build))
                .map(done -> build.inventory().payload());
    }

    private static void context(Build build, ProjectSettings known) {
        ObjectNode context = Json.mapper().createObjectNode();
        context.put("product_description", known.productDescription());
        known.appUrls().forEach(context.putArray("app_urls")::add);
        build.inventory().put("project_context", context, State.COMPLETE);
    }

    private static Uni<Void> products(Build build) {
        Object from = build.now().atOffset(ZoneOffset.UTC).toLocalDate().minusDays(PRODUCT_DAYS);
        return build.read(ProfileQueries.KINDS, from)
                .invoke(rows -> {
                    Set<String> products = new TreeSet<>();
                    rows.forEach(row -> products(products, row.getString("kind"), row.getString("event")));
                    build.inventory().put("products_in_use", Json.tree(products), State.DERIVED);
                })
                .replaceWithVoid();
    }

    private static void products(Set<String> products, String kind, String event) {
        if (kind.startsWith("scanner.") || "$recording_observed".equals(event)) {
            products.add("replay_vision");
            products.add("session_replay");
        }
        if (kind.startsWith("llm.") || kind.startsWith("evaluation.") || (event != null && event.startsWith("$ai_"))) {
            products.add("llm_analytics");
        }
    }

    private void integrations(Build build) {
        ArrayNode integrations = Json.mapper().createArrayNode();
        directory
                .organizationOf(build.projectId())
                .map(Organization::github)
                .filter(connections -> !connections.isEmpty())
                .ifPresent(connections ->
                        integrations.addObject().put("kind", "github").putNull("created_at"));
        build.inventory().put("integrations", integrations, State.COMPLETE);
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
                    build.inventory().put("recent_activity", activity, State.COMPLETE);
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

    /** Null when the counters are out of date or cannot be read, which is not the same as nothing. */
    private Uni<Void> events(Build build, Optional<Instant> beat) {
        JsonNode unknown = Json.mapper().nullNode();
        Uni<JsonNode> events = beat.isEmpty()
                ? Uni.createFrom().item(unknown)
                : topEvents
                        .of(build.tx(), build.projectId())
                        .map(Json::tree)
                        .onFailure()
                        .recoverWithItem(unknown);
        return events.invoke(
                        read -> build.inventory().put("top_events", read, read.isNull() ? State.STALE : State.COMPLETE))
                .replaceWithVoid();
    }
}
