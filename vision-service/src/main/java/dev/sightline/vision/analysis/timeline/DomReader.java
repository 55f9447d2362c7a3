package dev.sightline.vision.analysis.timeline;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads a serialized node with all below it from a stream, without recursion and without building its JSON: neither the
 * depth nor the size of a page costs more than the nodes that are kept.
 */
final class DomReader {

    private final JsonParser json;
    private final PageDom dom;
    private final Deque<DomNode> open = new ArrayDeque<>();

    DomReader(JsonParser json, PageDom dom) {
        this.json = json;
        this.dom = dom;
    }

    /** Reads the object the parser stands on and leaves the parser on its end; the node is not attached yet. */
    DomNode read() throws IOException {
        DomNode root = new DomNode();
        open.push(root);
        while (!open.isEmpty()) {
            JsonToken token = json.nextToken();
            if (token == null) {
                throw new IOException("the page ends early");
            }
            take(token);
        }
        return root;
    }

    private void take(JsonToken token) throws IOException {
        switch (token) {
            case FIELD_NAME -> member(json.currentName());
            case START_OBJECT -> open(new DomNode());
            case END_OBJECT -> dom.index(open.pop());
            default -> {}
        }
    }

    private void open(DomNode child) {
        dom.nest(child, open.peek(), open.size());
        open.push(child);
    }

    /** A list of children stays open: its objects and its end come through {@link #take}. */
    private void member(String name) throws IOException {
        JsonToken value = json.nextToken();
        DomNode node = open.peek();
        switch (name) {
            case "id" -> node.id = value == JsonToken.VALUE_NUMBER_INT ? json.getValueAsInt(-1) : -1;
            case "tagName" -> node.tag(json.getValueAsString(""));
            case "textContent" -> node.text(json.getValueAsString(""));
            case "attributes" -> attributes(json, node);
            case "childNodes" -> skipUnless(JsonToken.START_ARRAY, value);
            default -> json.skipChildren();
        }
    }

    private void skipUnless(JsonToken expected, JsonToken value) throws IOException {
        if (value != expected) {
            json.skipChildren();
        }
    }

    /** Reads the attributes object the parser stands on into a node. */
    static void attributes(JsonParser json, DomNode node) throws IOException {
        if (!json.isExpectedStartObjectToken()) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            Attribute attribute = Attribute.of(json.currentName());
            JsonToken value = json.nextToken();
            if (attribute != null && value.isScalarValue()) {
                node.attribute(attribute, json.getValueAsString(""));
            }
            json.skipChildren();
        }
    }
}
