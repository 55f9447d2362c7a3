package dev.sightline.observability.hog.compiler;

import java.util.List;

/**
 * One instruction.
 *
 * @param at its position in the bytecode
 * @param next the position after its operands; for a function after its body
 */
record Instruction(int at, Op op, List<Object> operands, int next) {

    /** An operand that is a number. */
    int number(int index) {
        return (int) Decoder.requireInteger(operands.get(index), at);
    }

    String text(int index) {
        return (String) operands.get(index);
    }

    /** The count at the end of the operands, 0 if there are none. */
    private long count() {
        Object last = operands.isEmpty() ? null : operands.get(operands.size() - 1);
        return last instanceof Number count ? count.longValue() : 0;
    }

    /** How many values it takes from the stack. */
    long taken() {
        return op.taken(count());
    }

    boolean isJump() {
        return op == Op.JUMP || op == Op.JUMP_IF_FALSE || op == Op.JUMP_IF_STACK_NOT_NULL || op == Op.TRY;
    }

    /** Where a jump goes, or the handler of a try starts. */
    int target() {
        return op == Op.TRY ? at + 1 + number(0) : next + number(0);
    }
}
