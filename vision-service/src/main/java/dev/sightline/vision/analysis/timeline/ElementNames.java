package dev.sightline.vision.analysis.timeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Calls the elements of a page what a person would call them. Never by what somebody typed. */
final class ElementNames {

    private static final int MAX_VISITED = 200;
    private static final Set<String> ROLES = Set.of(
            "button",
            "link",
            "tab",
            "menuitem",
            "option",
            "checkbox",
            "radio",
            "switch",
            "textbox",
            "combobox",
            "search");
    private static final Map<String, String> ROLE_OF_TAG = Map.ofEntries(
            Map.entry("button", "button"),
            Map.entry("a", "link"),
            Map.entry("summary", "button"),
            Map.entry("textarea", "field"),
            Map.entry("select", "menu"),
            Map.entry("option", "option"),
            Map.entry("label", "label"),
            Map.entry("form", "form"),
            Map.entry("img", "image"),
            Map.entry("svg", "image"),
            Map.entry("picture", "image"),
            Map.entry("canvas", "drawing"),
            Map.entry("video", "video"),
            Map.entry("audio", "audio"),
            Map.entry("body", "page"),
            Map.entry("html", "page"));
    private static final Map<String, String> ROLE_OF_INPUT = Map.of(
            "submit",
            "button",
            "button",
            "button",
            "image",
            "button",
            "reset",
            "button",
            "checkbox",
            "checkbox",
            "radio",
            "radio");
    private static final Set<String> ACTED_ON = Set.of(
            "button", "link", "tab", "menuitem", "checkbox", "radio", "switch", "field", "menu", "option", "label");
    private static final Set<String> FIELDS =
            Set.of("field", "textbox", "combobox", "menu", "option", "checkbox", "radio", "switch", "label", "search");

    private final PageDom dom;

    ElementNames(PageDom dom) {
        this.dom = dom;
    }

    /** What a click on a node is meant for: the nearest button, link or field it stands in, else the node itself. */
    DomNode target(DomNode clicked) {
        DomNode acted = PageDom.closest(clicked, node -> ACTED_ON.contains(role(node)));
        return acted != null
                ? acted
                : PageDom.closest(clicked, node -> !node.tag().isEmpty());
    }

    Element element(DomNode node) {
        return node == null ? Element.NONE : new Element(role(node), name(node));
    }

    static String role(DomNode node) {
        String declared = node.attribute(Attribute.ROLE);
        if (ROLES.contains(declared)) {
            return declared;
        }
        return node.tag().equals("input")
                ? ROLE_OF_INPUT.getOrDefault(node.attribute(Attribute.TYPE), "field")
                : ROLE_OF_TAG.getOrDefault(node.tag(), node.tag().isEmpty() ? "text" : "element");
    }

    /** Whether a person fills it in: a click on it answers by itself. */
    static boolean field(String role) {
        return FIELDS.contains(role);
    }

    private String name(DomNode node) {
        return Stream.of(
                        node.attribute(Attribute.ARIA_LABEL),
                        field(role(node)) ? labelOf(node) : words(node),
                        buttonValue(node),
                        node.attribute(Attribute.PLACEHOLDER),
                        node.attribute(Attribute.TITLE),
                        node.attribute(Attribute.ALT),
                        node.attribute(Attribute.NAME),
                        node.attribute(Attribute.ID))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private String labelOf(DomNode field) {
        DomNode around = PageDom.closest(field, node -> node.tag().equals("label"));
        DomNode label = around != null ? around : dom.labelFor(field.attribute(Attribute.ID));
        return label != null ? words(label) : role(field).equals("option") ? words(field) : "";
    }

    private static String buttonValue(DomNode node) {
        return role(node).equals("button") ? node.attribute(Attribute.VALUE) : "";
    }

    /** The words inside a node, or what its picture is called. */
    private static String words(DomNode node) {
        StringBuilder words = new StringBuilder();
        Deque<DomNode> ahead = new ArrayDeque<>();
        ahead.push(node);
        for (int visited = 0;
                !ahead.isEmpty() && visited < MAX_VISITED && words.length() < Element.MAX_NAME;
                visited++) {
            DomNode next = ahead.pop();
            words.append(next.text().isEmpty() ? next.attribute(Attribute.ALT) : next.text())
                    .append(' ');
            pushChildren(next, ahead);
        }
        return Texts.clean(words.toString(), Element.MAX_NAME);
    }

    private static void pushChildren(DomNode node, Deque<DomNode> ahead) {
        if (node.tag().equals("select")
                || node.tag().equals("style")
                || node.tag().equals("script")) {
            return;
        }
        for (int i = Math.min(node.children().size(), MAX_VISITED) - 1; i >= 0; i--) {
            DomNode child = node.children().get(i);
            if (child.parent == node) {
                ahead.push(child);
            }
        }
    }
}
