package dev.sightline.vision.analysis.timeline;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sightline.vision.recording.InflationLimit;
import dev.sightline.vision.recording.RrwebItem;
import java.io.IOException;

/** Applies full snapshots and mutations to a page. */
final class DomMutations {

    private final PageDom dom;

    DomMutations(PageDom dom) {
        this.dom = dom;
    }

    /** Replaces the page by the one of a full snapshot. */
    void replace(RrwebItem snapshot) throws IOException {
        dom.clear();
        try (JsonParser json = snapshot.openData(InflationLimit.DEFAULT)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean node = json.currentName().equals("node");
                if (json.nextToken() == JsonToken.START_OBJECT && node) {
                    new DomReader(json, dom).read();
                }
                json.skipChildren();
            }
        }
    }

    /** Applies a mutation in the order the player does: what leaves, what comes, then texts and attributes. */
    void apply(RrwebItem mutation) throws IOException {
        each(mutation, "removes", this::remove);
        each(mutation, "adds", this::add);
        each(mutation, "texts", this::text);
        each(mutation, "attributes", this::attributes);
    }

    private interface Entry {
        void read(JsonParser json) throws IOException;
    }

    private static void each(RrwebItem mutation, String member, Entry entry) throws IOException {
        try (JsonParser json = mutation.openPart(member, InflationLimit.DEFAULT)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                return;
            }
            while (json.nextToken() == JsonToken.START_OBJECT) {
                entry.read(json);
            }
        }
    }

    private void remove(JsonParser json) throws IOException {
        int id = -1;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            id = name.equals("id") ? json.getValueAsInt(-1) : id;
            json.skipChildren();
        }
        dom.remove(id);
    }

    private void add(JsonParser json) throws IOException {
        int parentId = -1;
        int nextId = -1;
        DomNode node = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            parentId = name.equals("parentId") ? json.getValueAsInt(-1) : parentId;
            nextId = name.equals("nextId") ? json.getValueAsInt(-1) : nextId;
            node = name.equals("node") && value == JsonToken.START_OBJECT ? new DomReader(json, dom).read() : node;
            json.skipChildren();
        }
        if (node != null) {
            dom.attach(node, parentId, nextId);
        }
    }

    private void text(JsonParser json) throws IOException {
        int id = -1;
        String text = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            id = name.equals("id") ? json.getValueAsInt(-1) : id;
            text = name.equals("value") ? json.getValueAsString("") : text;
            json.skipChildren();
        }
        DomNode node = dom.node(id);
        if (node != null) {
            node.text(text);
        }
    }

    /** The id may stand before or behind the attributes. */
    private void attributes(JsonParser json) throws IOException {
        DomNode changed = new DomNode();
        int id = -1;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (name.equals("attributes")) {
                DomReader.attributes(json, changed);
            } else {
                id = name.equals("id") ? json.getValueAsInt(-1) : id;
                json.skipChildren();
            }
        }
        DomNode node = dom.node(id);
        if (node != null) {
            changed.copyAttributesTo(node);
        }
    }
}
