package dev.sightline.signals.scout.projection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.EventCaptured;
import java.util.Set;

/** What a captured event adds. Events of other names are not followed. */
final class EventMeasures {

    private static final String FRICTION = "$rageclick";

    /** The events that are counted. */
    static final Set<String> FOLLOWED = Set.of(
            "$ai_generation",
            "$ai_trace",
            "$ai_span",
            "$ai_embedding",
            "$ai_metric",
            "$ai_feedback",
            "$ai_evaluation",
            Kinds.RECORDING,
            "$recording_observed",
            "$pageview",
            FRICTION,
            "$exception");

    private static final Set<String> CALLS = Set.of("$ai_generation", "$ai_embedding");
    private static final int CANCELLED = 499;
    private static final int TOO_MANY = 429;

    private EventMeasures() {}

    static void add(Measures measures, EventCaptured event) {
        if (!FOLLOWED.contains(event.event()) || event.timestamp() == null) {
            return;
        }
        Moment moment = new Moment(event.projectId(), event.timestamp());
        HourCell cell = moment.cell(Kinds.EVENTS, event.event());
        measures.count(cell, 1);
        measures.person(moment.cell(Kinds.USERS, event.event()), String.valueOf(event.distinctId()));
        if (FRICTION.equals(event.event())) {
            friction(measures, moment, event);
        }
        if (CALLS.contains(event.event())) {
            call(measures, moment, event.properties());
        }
    }

    private static void friction(Measures measures, Moment moment, EventCaptured event) {
        measures.person(moment.wholeDay(Kinds.DAY_USERS, event.event()), String.valueOf(event.distinctId()));
        if (event.sessionId() != null) {
            measures.person(moment.wholeDay(Kinds.DAY_SESSIONS, event.event()), event.sessionId());
        }
    }

    private static void call(Measures measures, Moment moment, JsonNode properties) {
        String model = properties.path("$ai_model").asText("unknown");
        measures.count(moment.cell(Kinds.CALLS, model), 1);
        measures.count(moment.cell(Kinds.ERRORS, model), failed(properties) ? 1 : 0);
        if (failed(properties)) {
            measures.count(moment.cell(Kinds.FAILURES, model + "/" + failure(properties)), 1);
        }
        measures.count(
                moment.cell(Kinds.COST, model),
                Math.max(0, properties.path("$ai_total_cost_usd").asDouble(0)));
        if (properties.path("$ai_latency").isNumber()) {
            measures.latency(
                    moment.cell(Kinds.LATENCY, model),
                    properties.path("$ai_latency").doubleValue());
        }
    }

    /** The class of a failure's status; too many requests are one of their own. */
    private static String failure(JsonNode properties) {
        int status = properties.path("$ai_http_status").asInt(0);
        if (status == TOO_MANY) {
            return String.valueOf(TOO_MANY);
        }
        return status >= 400 && status < 600 ? status / 100 + "xx" : "other";
    }

    /** A call that its user cancelled did not fail. */
    private static boolean failed(JsonNode properties) {
        int status = properties.path("$ai_http_status").asInt(0);
        return status != CANCELLED
                && (status >= 400 || properties.path("$ai_is_error").asBoolean(false));
    }
}
