package dev.sightline.vision.analysis.timeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The page a window shows, kept up to date by its mutations: enough of it to name what was clicked. What does not fit
 * into the budget stays nameless.
 */
final class PageDom {

    private static final int MAX_DEPTH = 1_000;
    private static final int MAX_CLIMB = 100;

    private final NodeBudget budget;
    private final Map<Integer, DomNode> nodes = new HashMap<>();
    private final Map<String, DomNode> labels = new HashMap<>();

    PageDom(NodeBudget budget) {
        this.budget = budget;
    }

    void clear() {
        budget.give(nodes.size());
        nodes.clear();
        labels.clear();
    }

    /** Puts a node at the end of its parent, if the page is not too deep there. */
    void nest(DomNode child, DomNode parent, int depth) {
        if (depth < MAX_DEPTH) {
            parent.insert(child, null);
        }
    }

    /** Makes a node findable, in place of an earlier one of its id; one the budget has no room for is cut off. */
    void index(DomNode node) {
        remove(node.id);
        if (node.id < 0 || !budget.take()) {
            node.detach();
            return;
        }
        nodes.put(node.id, node);
        if (node.tag().equals("label") && !node.attribute(Attribute.FOR).isEmpty()) {
            labels.put(node.attribute(Attribute.FOR), node);
        }
    }

    /** The node of an id, null if the page has none. */
    DomNode node(int id) {
        return nodes.get(id);
    }

    /** The label that points at a field's id, null if none does. */
    DomNode labelFor(String id) {
        DomNode label = id.isEmpty() ? null : labels.get(id);
        return label != null && nodes.get(label.id) == label ? label : null;
    }

    /** The nearest of a node and what it stands in that fits, null if none of the nearest hundred does. */
    static DomNode closest(DomNode from, Predicate<DomNode> fits) {
        DomNode node = from;
        for (int climbed = 0; node != null && climbed < MAX_CLIMB; climbed++) {
            if (fits.test(node)) {
                return node;
            }
            node = node.parent;
        }
        return null;
    }

    void attach(DomNode node, int parentId, int nextId) {
        DomNode parent = nodes.get(parentId);
        boolean circular = closest(parent, ancestor -> ancestor == node) != null;
        if (parent != null && !circular) {
            node.detach();
            parent.insert(node, nodes.get(nextId));
        }
    }

    /** Takes a node and all below it out of the page. */
    void remove(int id) {
        DomNode node = nodes.get(id);
        if (node != null) {
            node.detach();
            forget(node);
        }
    }

    private void forget(DomNode root) {
        Deque<DomNode> gone = new ArrayDeque<>();
        gone.push(root);
        while (!gone.isEmpty()) {
            DomNode node = gone.pop();
            if (nodes.remove(node.id, node)) {
                budget.give(1);
                node.children().stream().filter(child -> child.parent == node).forEach(gone::push);
            }
        }
    }
}
