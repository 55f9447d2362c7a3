package dev.sightline.signals.scout.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.json.Json;
import dev.sightline.signals.scout.profile.Coverage.State;
import dev.sightline.signals.scout.projection.Heartbeats;
import dev.sightline.signals.scout.projection.Kinds;
import dev.sightline.signals.scout.projection.Roster;
import dev.sightline.signals.scout.projection.TopEvents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The sections that are worked out from what was counted: products in use and the most frequent events. */
@ApplicationScoped
class EventSections {

    private static final int PRODUCT_DAYS = 30;
    private static final List<String> COUNTED = List.of("products_in_use", "recent_activity");

    private final Heartbeats heartbeats;
    private final TopEvents topEvents;

    EventSections(Heartbeats heartbeats, TopEvents topEvents) {
        this.heartbeats = heartbeats;
        this.topEvents = topEvents;
    }

    Uni<Void> add(Build build) {
        return products(build).chain(() -> heartbeats.current(build.tx())).flatMap(beat -> events(build, beat));
    }

    private static Uni<Void> products(Build build) {
        Object from = build.now().atOffset(ZoneOffset.UTC).toLocalDate().minusDays(PRODUCT_DAYS);
        Set<String> products = new TreeSet<>();
        return build.read(ProfileQueries.KINDS, from)
                .invoke(rows -> rows.forEach(row -> products(products, row.getString("kind"), row.getString("event"))))
                .chain(() -> build.read(ProfileQueries.SCOPES))
                .invoke(rows -> rows.forEach(row -> products.add(product(row.getString("scope")))))
                .invoke(() -> build.inventory().put("products_in_use", Json.tree(products), State.DERIVED))
                .replaceWithVoid();
    }

    /** The product of something that people have set up. */
    private static String product(String scope) {
        return Roster.SCANNER.equals(scope) ? "replay_vision" : "llm_analytics";
    }

    private static void products(Set<String> products, String kind, String event) {
        if (Kinds.RECORDING.equals(event)) {
            products.add("session_replay");
        }
        if (kind.startsWith("scanner.") || "$recording_observed".equals(event)) {
            products.add("replay_vision");
            products.add("session_replay");
        }
        if (kind.startsWith("llm.") || kind.startsWith("evaluation.") || (event != null && event.startsWith("$ai_"))) {
            products.add("llm_analytics");
        }
    }

    /** Null when the counters are out of date or cannot be read, which is not the same as nothing. */
    private Uni<Void> events(Build build, Optional<Instant> beat) {
        if (beat.isEmpty()) {
            COUNTED.forEach(build.inventory()::doubt);
        }
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
