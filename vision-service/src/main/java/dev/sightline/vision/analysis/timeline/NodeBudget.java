package dev.sightline.vision.analysis.timeline;

/** How many more nodes the pages of a session may hold together: what bounds the memory of a timeline. */
final class NodeBudget {

    static final int NODES = 60_000;

    private int left;

    NodeBudget(int nodes) {
        this.left = nodes;
    }

    boolean take() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }

    void give(int nodes) {
        left += nodes;
    }
}
