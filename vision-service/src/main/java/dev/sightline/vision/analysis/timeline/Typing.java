package dev.sightline.vision.analysis.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sightline.vision.analysis.timeline.Moments.What;

/** What is filled in, one moment a visit to a field: how much, never what. */
final class Typing {

    private static final long PAUSE_MS = 10_000;

    private final Moments moments;
    private int field = -1;
    private Place where = Place.page("");
    private long from;
    private long last;
    private int characters;
    private boolean checked;

    Typing(Moments moments) {
        this.moments = moments;
    }

    void input(long at, int node, Place place, JsonNode data) {
        if (node != field || at - last > PAUSE_MS) {
            finish();
            field = node;
            where = place;
            from = at;
        }
        last = at;
        characters = Math.max(characters, data.path("text").asText("").length());
        checked = data.path("isChecked").asBoolean(false);
    }

    void finish() {
        if (field >= 0) {
            moments.add(MomentKind.INPUT, from, last, new What(told(), where));
        }
        field = -1;
        characters = 0;
    }

    private String told() {
        return switch (where.element().role()) {
            case "checkbox", "radio", "switch" -> checked ? "checked" : "unchecked";
            case "menu", "combobox", "option" -> "chose an option";
            default -> "typed " + characters + " characters";
        };
    }
}
