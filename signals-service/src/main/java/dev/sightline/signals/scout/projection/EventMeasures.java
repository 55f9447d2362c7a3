package dev.sightline.signals.scout.projection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.EventCaptured;
import java.util.Set;

/** What a captured event adds. Events of other names are not followed. */
final class EventMeasures {

    /** The events that are counted. */
    static final Set<String> FOLLOWED = Set.of(
            "$ai_generation",
            "$ai_trace",
            "$ai_span",
            "$ai_embedding",
            "$ai_metric",
            "$ai_feedback",
            "$ai_evaluation",
            "$recording_observed",
            "$pageview",
            "$rageclick",
            "$exception");

    private static final Set<String> CALLS = Set.of("$ai_generation", "$ai_embedding");
    private static final int CANCELLED = 499;

    private EventMeasures() {}

    static void add(Measures measures, EventCaptured event) {
        if (!FOLLOWED.contains(event.event()) || event.timestamp() == null) {
            return;
        }
        Moment moment = new Moment(event.projectId(), event.timestamp());
        HourCell cell = moment.cell(Kinds.EVENTS, event.event());
        measures.count(cell, 1);
        measures.person(moment.cell(Kinds.USERS, event.event()), String.valueOf(event.distinctId()));
        if (CALLS.contains(event.event())) {
            call(measures, moment, event.properties());
        }
    }

    private static void call(Measures measures, Moment moment, JsonNode properties) {
        String model = properties.path("$ai_model").asText("unknown");
        measures.count(moment.cell(Kinds.CALLS, model), 1);
        measures.count(moment.cell(Kinds.ERRORS, model), failed(properties) ? 1 : 0);
        measures.count(
                moment.cell(Kinds.COST, model),
                Math.max(0, properties.path("$ai_total_cost_usd").asDouble(0)));
        if (properties.path("$ai_latency").isNumber()) {
            measures.latency(
                    moment.cell(Kinds.LATENCY, model),
                    properties.path("$ai_latency").doubleValue());
        }
    }

    /** A call that its user cancelled did not fail. */
    private static boolean failed(JsonNode properties) {
        int status = properties.path("$ai_http_status").asInt(0);
        return status != CANCELLED
                && (status >= 400 || properties.path("$ai_is_error").asBoolean(false));
    }
}
