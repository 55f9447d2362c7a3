package dev.sightline.vision.analysis.timeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A node of a recorded page, reduced to what naming it needs. Long lists of children are tidied now and then instead of
 * at every change, so that a page which turns over thousands of rows does not cost their square.
 */
final class DomNode {

    private static final int MAX_TAG = 20;
    private static final int MAX_VALUE = 80;
    private static final int LONG = 64;

    int id = -1;
    DomNode parent;
    private String tag = "";
    private String text = "";
    private List<DomNode> children = List.of();
    private int live;
    private Map<Attribute, String> attributes = Map.of();

    String tag() {
        return tag;
    }

    void tag(String name) {
        tag = Texts.clean(name, MAX_TAG).toLowerCase(Locale.ROOT).intern();
    }

    String text() {
        return text;
    }

    void text(String content) {
        text = Texts.clean(content, MAX_VALUE);
    }

    /** The value of an attribute, empty if it has none. */
    String attribute(Attribute attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    void attribute(Attribute attribute, String value) {
        if (attributes.isEmpty()) {
            attributes = new EnumMap<>(Attribute.class);
        }
        attributes.put(attribute, Texts.clean(value, MAX_VALUE));
    }

    void copyAttributesTo(DomNode other) {
        attributes.forEach(other::attribute);
    }

    /** Children in the order of the page. Some may have left: those have another {@link #parent}. */
    List<DomNode> children() {
        return children;
    }

    /** Puts a child before another one, or last if that is null, not here or the list is long. */
    void insert(DomNode child, DomNode before) {
        if (children.isEmpty()) {
            children = new ArrayList<>(2);
        }
        tidy();
        boolean placed = before != null && before.parent == this && children.size() <= LONG;
        int index = placed ? children.indexOf(before) : -1;
        children.add(index < 0 ? children.size() : index, child);
        child.parent = this;
        live++;
    }

    private void tidy() {
        if (children.size() > LONG && children.size() > 2 * live) {
            children = new ArrayList<>(children.stream()
                    .filter(child -> child.parent == this)
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
    }

    /** Takes the node out of its parent. */
    void detach() {
        if (parent == null) {
            return;
        }
        parent.live--;
        if (parent.children.size() <= LONG) {
            parent.children.remove(this);
        }
        parent = null;
    }
}
