package dev.sightline.vision.analysis.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.vision.analysis.timeline.Moments.What;

/** Scrolling, one moment a movement. */
final class Scrolling {

    private static final long PAUSE_MS = 3_000;

    private final Moments moments;
    private Place where;
    private long from;
    private long last;
    private int position;

    Scrolling(Moments moments) {
        this.moments = moments;
    }

    void scroll(long at, JsonNode data, Place place) {
        if (where != null && (at - last > PAUSE_MS || !place.url().equals(where.url()))) {
            finish();
        }
        if (where == null) {
            from = at;
            where = place;
        }
        last = at;
        position = data.path("y").asInt(0);
    }

    void finish() {
        if (where != null) {
            moments.add(MomentKind.SCROLL, from, last, new What("to " + position + " px", where));
        }
        where = null;
    }
}
