package dev.sightline.signals.scout.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sightline.json.Json;
import dev.sightline.signals.scout.projection.Histories;
import dev.sightline.signals.scout.projection.History;
import dev.sightline.signals.scout.projection.Series;
import dev.sightline.signals.scout.run.ScoutRun;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Shows what happened day by day. */
@ApplicationScoped
class HistoryTool implements Tool {

    private static final int MOST = 40;

    private final Histories histories;

    HistoryTool(Histories histories) {
        this.histories = histories;
    }

    @Override
    public String name() {
        return "history";
    }

    @Override
    public String description() {
        return "What is measured, day by day (UTC). Without arguments the kinds and things there are; with kind, and"
                + " optionally entity, the totals of the last 28 days, oldest first, today not over.";
    }

    @Override
    public Uni<JsonNode> use(ScoutRun run, Arguments arguments) {
        return histories.of(List.of(run.projectId())).map(all -> show(all.get(run.projectId()), arguments));
    }

    private static JsonNode show(History history, Arguments arguments) {
        return arguments
                .optional("kind")
                .map(kind -> days(history, kind, arguments.optional("entity").orElse("")))
                .orElseGet(() -> kinds(history));
    }

    private static JsonNode kinds(History history) {
        ObjectNode kinds = Json.mapper().createObjectNode();
        history.series().forEach((kind, things) -> {
            ArrayNode names = kinds.putArray(kind);
            things.keySet().stream().limit(MOST).forEach(names::add);
        });
        return kinds;
    }

    private static JsonNode days(History history, String kind, String entity) {
        ArrayNode shown = Json.mapper().createArrayNode();
        history.all(kind).stream()
                .filter(series -> entity.isEmpty() || series.entity().equals(entity))
                .limit(MOST)
                .forEach(series -> day(history, series, shown.addObject()));
        return shown;
    }

    private static void day(History history, Series series, ObjectNode shown) {
        int from = Math.max(0, history.days() - 28);
        shown.put("entity", series.entity())
                .put("name", history.name(series.entity()))
                .put("first_day", history.date(from).toString());
        ArrayNode totals = shown.putArray("totals");
        for (int day = from; day < history.days(); day++) {
            totals.add(Math.rint(series.day(day) * 1000) / 1000);
        }
    }
}
