package dev.sightline.vision.analysis.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.event.EventCaptured;
import dev.sightline.vision.analysis.timeline.Moments.What;
import dev.sightline.vision.recording.TimeSpan;

/** What the analytics events of a session add to what was recorded. */
final class EventMoments {

    private static final int MAX_NAME = 100;
    private static final String[] STATUS = {"status", "status_code", "http_status", "statusCode", "response_status"};

    private final Moments moments;
    private final TimeSpan span;

    EventMoments(Moments moments, TimeSpan span) {
        this.moments = moments;
        this.span = span;
    }

    void add(EventCaptured event) {
        long at = within(event.timestamp().toEpochMilli());
        Place page = Place.page(Urls.cut(event.properties().path("$current_url").asText("")));
        switch (event.event()) {
            case "$exception" -> add(MomentKind.JS_ERROR, at, new What(exception(event.properties()), page));
            case "$autocapture" -> autocapture(event, at, page);
            default -> custom(event, at, page);
        }
    }

    /** The edge corrects the clock of events, not of items: what falls outside is moved to the nearer end. */
    private long within(long at) {
        return span.isEmpty() ? at : Math.max(span.startMs(), Math.min(span.endMs(), at));
    }

    private void autocapture(EventCaptured event, long at, Place page) {
        if (event.properties().path("$event_type").asText("").equals("submit")) {
            add(MomentKind.SUBMIT, at, new What("", page));
        }
    }

    private void custom(EventCaptured event, long at, Place page) {
        if (event.event().startsWith("$")) {
            return;
        }
        String name = Texts.clean(event.event(), MAX_NAME);
        int status = status(event.properties());
        add(MomentKind.EVENT, at, new What(name, page));
        if (status >= 400) {
            add(MomentKind.FAILED_REQUEST, at, new What(name + " answered " + status, page));
        }
        if (CompletionSigns.inEvent(name)) {
            add(MomentKind.COMPLETED, at, new What(name, page));
        }
    }

    private static String exception(JsonNode properties) {
        JsonNode first = properties.path("$exception_list").path(0);
        String type =
                first.path("type").asText(properties.path("$exception_type").asText(""));
        String value =
                first.path("value").asText(properties.path("$exception_message").asText(""));
        return ErrorTexts.ofException(type, value);
    }

    private static int status(JsonNode properties) {
        int status = 0;
        for (String name : STATUS) {
            status = status == 0 ? properties.path(name).asInt(0) : status;
        }
        return status < 600 ? status : 0;
    }

    private void add(MomentKind kind, long at, What what) {
        moments.add(kind, at, at, what);
    }
}
