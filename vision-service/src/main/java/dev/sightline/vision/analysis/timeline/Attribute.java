package dev.sightline.vision.analysis.timeline;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The attributes that say what an element is or is called; all others are passed over. */
enum Attribute {
    ARIA_LABEL("aria-label"),
    ROLE("role"),
    TYPE("type"),
    NAME("name"),
    ID("id"),
    FOR("for"),
    PLACEHOLDER("placeholder"),
    TITLE("title"),
    ALT("alt"),
    VALUE("value");

    private static final Map<String, Attribute> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(attribute -> attribute.html, Function.identity()));

    private final String html;

    Attribute(String html) {
        this.html = html;
    }

    /** The attribute of an HTML name, null for those passed over. */
    static Attribute of(String html) {
        return BY_NAME.get(html);
    }
}
