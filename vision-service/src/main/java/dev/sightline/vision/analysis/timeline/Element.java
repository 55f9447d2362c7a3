package dev.sightline.vision.analysis.timeline;

/**
 * A thing on a page as a person would call it.
 *
 * @param role {@code button}, {@code link}, {@code field}, …
 * @param name its words, empty if it has none
 */
public record Element(String role, String name) {

    public static final Element NONE = new Element("", "");
    static final int MAX_NAME = 80;

    public Element {
        name = Texts.clean(name, MAX_NAME);
    }

    public boolean isNone() {
        return role.isEmpty();
    }

    /** For example {@code button "Pay now"}. */
    public String describe() {
        return name.isEmpty() ? role : role + " \"" + name + "\"";
    }
}
