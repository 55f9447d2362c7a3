package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Body;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Assembles one function: finds its blocks by following the jumps, and fills each in. */
final class FunctionAssembler {

    private static final int MAX_SLOTS = 10_000;

    /** A protected region being in force: its handler, how many values lie under it, and the region around it. */
    record Region(Block.Handler handler, Region outer) {}

    /** What is known where a block starts. */
    record State(int index, int depth, Region region) {
        boolean agrees(State other) {
            return depth == other.depth && region == other.region;
        }
    }

    private final Assembler assembler;
    private final Flow flow;
    private final AssembledBody.Signature signature;
    private final BitSet captured;
    private final Map<Integer, State> states = new HashMap<>();
    private final Map<Integer, Block> blocks = new HashMap<>();
    private final Map<Integer, Region> regions = new HashMap<>();
    private final Deque<State> todo = new ArrayDeque<>();
    private int slots;

    FunctionAssembler(Assembler assembler, Flow flow, AssembledBody.Signature signature) {
        this.assembler = assembler;
        this.signature = signature;
        this.flow = flow;
        this.captured = flow.captured();
    }

    Body assemble(boolean root) {
        slots = signature.arity();
        Block entry = block(new State(0, signature.arity(), null));
        while (!todo.isEmpty()) {
            State state = todo.pop();
            new BlockAssembler(this, state, root).assemble(blocks.get(state.index()));
        }
        if (slots > MAX_SLOTS) {
            throw Fault.inBytecode("The program needs too many slots");
        }
        return new AssembledBody(signature, entry, slots, !regions.isEmpty());
    }

    Assembler assembler() {
        return assembler;
    }

    Flow flow() {
        return flow;
    }

    BitSet captured() {
        return captured;
    }

    /** Checks that the function takes so many variables along that one has this index. */
    int requireCapture(int index) {
        if (index >= signature.captures()) {
            throw Fault.inBytecode("Invalid captured variable " + index);
        }
        return index;
    }

    void useSlots(int count) {
        slots = Math.max(slots, count);
    }

    /** The block that starts in a state, to be filled in later if it is new. */
    Block block(State state) {
        State known = states.putIfAbsent(state.index(), state);
        if (known == null) {
            todo.push(state);
            blocks.put(
                    state.index(),
                    new Block(state.region() == null ? null : state.region().handler()));
        } else if (!known.agrees(state)) {
            throw Fault.inBytecode("Invalid bytecode. Paths meet with different stacks");
        }
        return blocks.get(state.index());
    }

    /** The region that a TRY at an index opens. */
    Region region(int index, int depth, Region outer) {
        Region known = regions.get(index);
        if (known == null) {
            useSlots(depth + 1);
            Block handler = block(new State(flow.target(index), depth + 1, outer));
            known = new Region(new Block.Handler(handler, depth), outer);
            regions.put(index, known);
        }
        return known;
    }
}
