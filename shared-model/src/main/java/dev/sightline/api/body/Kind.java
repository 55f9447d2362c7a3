package dev.sightline.api.body;

import com.fasterxml.jackson.databind.JsonNode;

/** How one type of member is read. A form's texts have become JSON before; null never gets here. */
interface Kind {

    /** The value, or the complaint of spec/platform.md A.4 about it at its place. */
    Object read(JsonNode value, Spot spot);

    /** What {@code OPTIONS} calls such a member. */
    String word();

    /** How a form carries such a member. */
    default Style style() {
        return Style.TEXT;
    }

    /** The ways a form carries members: one text, a text that may be left out, repeated texts, JSON in a text. */
    enum Style {
        TEXT,
        FLAG,
        LIST,
        JSON
    }
}
