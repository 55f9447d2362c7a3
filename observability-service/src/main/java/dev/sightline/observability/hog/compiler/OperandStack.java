package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Body;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The stack while a block is assembled. A value on it either lies in its slot or waits as a node that has not been
 * evaluated. Nodes are evaluated in the order they were pushed: whatever has an effect of its own settles the waiting
 * ones into their slots first.
 */
final class OperandStack {

    private static final int MAX_HEIGHT = 40;

    private final List<Node> waiting;
    private final List<Step> steps = new ArrayList<>();
    private final BitSet captured;
    private final boolean expression;
    private int slots;
    private boolean settled;

    private OperandStack(List<Node> waiting, BitSet captured, boolean expression) {
        this.waiting = waiting;
        this.captured = captured;
        this.expression = expression;
    }

    /**
     * The stack at the start of a block.
     *
     * @param depth how many values lie in their slots
     * @param captured the slots that functions take along
     */
    static OperandStack of(int depth, BitSet captured) {
        List<Node> entries = new ArrayList<>();
        for (int i = 0; i < depth; i++) {
            entries.add(null);
        }
        return new OperandStack(entries, captured, false);
    }

    /** A stack for a part that must come out as one node: nothing can be settled there. */
    OperandStack fork() {
        return new OperandStack(new ArrayList<>(waiting), captured, true);
    }

    /** Whether this is the stack of a part that must come out as one node. */
    boolean isExpression() {
        return expression;
    }

    /** Whether a part that was to be one node had to settle something and so is none. */
    boolean isBroken() {
        return expression && settled;
    }

    int depth() {
        return waiting.size();
    }

    /** How many slots were used. */
    int slots() {
        return slots;
    }

    void useSlots(int count) {
        slots = Math.max(slots, count);
    }

    Step[] steps() {
        return steps.toArray(Step[]::new);
    }

    void push(Node node) {
        waiting.add(node);
        if (node.height() > MAX_HEIGHT) {
            settle();
        }
    }

    Node pop() {
        int slot = waiting.size() - 1;
        Node node = waiting.remove(slot);
        return node == null ? new Take(slot) : node;
    }

    /** Takes values, the first pushed first. Fresh ones that others are evaluated after are kept in sight in slots. */
    Node[] pop(int count) {
        int base = waiting.size() - count;
        Node[] nodes = new Node[count];
        boolean busy = false;
        for (int i = count - 1; i >= 0; i--) {
            Node node = pop();
            nodes[i] = busy && node.isFresh() ? stash(base + i, node) : node;
            busy |= node.isBusy();
        }
        return nodes;
    }

    private Node stash(int slot, Node node) {
        useSlots(slot + 1);
        return new Stash(slot, node);
    }

    /** The operation, emptying the slots its operands were kept in. */
    Node finish(Node operation, Node[] operands) {
        for (Node operand : operands) {
            if (operand instanceof Stash) {
                useSlots(depth() + operands.length);
                return new Stash.Done(depth(), depth() + operands.length, operation);
            }
        }
        return operation;
    }

    /** Empties the slots that operands of a step were kept in. */
    void clearStashed(Node... operands) {
        for (int i = 0; i < operands.length; i++) {
            if (operands[i] instanceof Stash) {
                add(new Step.Clear(depth() + i));
            }
        }
    }

    /** A node that reads a slot. */
    Node local(int slot) {
        if (waiting.get(slot) != null) {
            settle();
        }
        useSlots(slot + 1);
        return captured.get(slot) ? new SharedLocal(slot) : new Local(slot);
    }

    /** Pushes a function that is made of a body. One that takes itself along goes into its slot at once. */
    void pushClosure(Body body, List<FunctionScope.Capture> captures) {
        int own = depth();
        MakeClosure closure = new MakeClosure(body, captures.toArray(FunctionScope.Capture[]::new));
        captures.stream().filter(FunctionScope.Capture::local).forEach(capture -> useSlots(capture.index() + 1));
        if (captures.stream().anyMatch(capture -> capture.local() && capture.index() == own)) {
            add(new Step.StoreRecursive(own, closure));
            waiting.add(null);
            return;
        }
        if (captures.stream().anyMatch(capture -> capture.local() && waiting.get(capture.index()) != null)) {
            settle();
        }
        push(closure);
    }

    /** A step that assigns to a slot. */
    Step assignment(int slot, Node value) {
        useSlots(slot + 1);
        return captured.get(slot) ? new Step.AssignShared(slot, value) : new Step.Store(slot, value);
    }

    /** Adds a step; what waits comes before it. */
    void add(Step step) {
        settle();
        steps.add(step);
    }

    /** Drops the topmost value, evaluating it if that may have an effect. */
    void drop() {
        int slot = waiting.size() - 1;
        Node node = waiting.remove(slot);
        if (node == null) {
            add(new Step.Clear(slot));
        } else if (!(node instanceof Constant || node instanceof Local)) {
            add(new Step.Evaluate(node));
        }
    }

    /** Evaluates everything that waits into its slot. */
    void settle() {
        settled = true;
        if (expression) {
            return;
        }
        for (int slot = 0; slot < waiting.size(); slot++) {
            Node node = waiting.get(slot);
            if (node != null) {
                steps.add(new Step.Store(slot, node));
                useSlots(slot + 1);
                waiting.set(slot, null);
            }
        }
    }
}
