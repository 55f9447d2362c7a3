package dev.sightline.observability.hog.compiler;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The instructions of a function, by index, and the jumps between them. */
final class Flow {

    private final List<Instruction> code;
    private final Map<Integer, Integer> indexes = new HashMap<>();
    private final Map<Integer, List<Integer>> sources = new HashMap<>();
    private final BitSet absorbed = new BitSet();

    Flow(List<Instruction> code, int end) {
        this.code = code;
        for (int i = 0; i < code.size(); i++) {
            indexes.put(code.get(i).at(), i);
        }
        indexes.put(end, code.size());
        for (int i = 0; i < code.size(); i++) {
            if (code.get(i).isJump()) {
                sources.computeIfAbsent(target(i), key -> new ArrayList<>()).add(i);
            }
        }
    }

    int size() {
        return code.size();
    }

    Instruction get(int index) {
        return code.get(index);
    }

    /** The index a jump leads to. */
    int target(int index) {
        Instruction jump = code.get(index);
        Integer target = indexes.get(jump.target());
        if (target == null) {
            throw Fault.inBytecode("Invalid jump at position " + jump.at());
        }
        return target;
    }

    /** Whether a block has to start here: some jump that has not become part of an expression leads here. */
    boolean isTarget(int index) {
        return sources.getOrDefault(index, List.of()).stream().anyMatch(source -> !absorbed.get(source));
    }

    /** Notes that the jumps in a range have become part of an expression. */
    void absorb(int from, int to) {
        absorbed.set(from, to);
    }

    /** Whether no jump from outside a range leads into it, past its first instruction. */
    boolean isClosed(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            for (int source : sources.getOrDefault(i, List.of())) {
                if (source < from || source >= to) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The slots of this function that functions made in it take along. */
    BitSet captured() {
        BitSet slots = new BitSet();
        for (Instruction instruction : code) {
            if (instruction.op() == Op.CLOSURE) {
                Captures.of(instruction).stream()
                        .filter(FunctionScope.Capture::local)
                        .forEach(capture -> slots.set(capture.index()));
            }
        }
        return slots;
    }
}
