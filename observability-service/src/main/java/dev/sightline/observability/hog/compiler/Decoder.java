package dev.sightline.observability.hog.compiler;

import java.util.ArrayList;
import java.util.List;

/** Splits bytecode into instructions and refuses what is none. */
final class Decoder {

    private static final int MAX_COUNT = 1_000_000;

    private final List<Object> items;

    Decoder(List<Object> items) {
        this.items = items;
    }

    /** The instructions between two positions; bodies of functions stay whole. */
    List<Instruction> decode(int from, int to) {
        List<Instruction> instructions = new ArrayList<>();
        for (int at = from; at < to; ) {
            Instruction instruction = instruction(at, to);
            instructions.add(instruction);
            at = instruction.next();
        }
        return instructions;
    }

    private Instruction instruction(int at, int to) {
        Op op = Op.of((int) requireInteger(items.get(at), at));
        if (op == null) {
            throw Fault.inBytecode("Unexpected node while running bytecode in chunk \"root\": " + items.get(at));
        }
        int end = at + 1 + op.operands();
        requireInside(end, to);
        List<Object> operands = items.subList(at + 1, end);
        check(op, operands, at);
        int next = end + tail(op, operands);
        requireInside(next, to);
        return new Instruction(at, op, op == Op.CLOSURE ? items.subList(at + 1, next) : operands, next);
    }

    private static void requireInside(long end, int to) {
        if (end > to) {
            throw Fault.inBytecode("Unexpected end of bytecode");
        }
    }

    private static int tail(Op op, List<Object> operands) {
        return switch (op) {
            case CALLABLE -> ((Number) operands.get(3)).intValue();
            case CLOSURE -> 2 * ((Number) operands.get(0)).intValue();
            default -> 0;
        };
    }

    private static void check(Op op, List<Object> operands, int at) {
        switch (op) {
            case STRING -> requireText(operands.get(0), at);
            case INTEGER, FLOAT -> requireNumber(operands.get(0), at);
            case CALL_GLOBAL -> {
                requireText(operands.get(0), at);
                requireCount(operands.get(1), at);
            }
            case CALLABLE -> {
                requireText(operands.get(0), at);
                operands.subList(1, operands.size()).forEach(count -> requireCount(count, at));
            }
            case JUMP, JUMP_IF_FALSE, JUMP_IF_STACK_NOT_NULL, TRY -> requireInteger(operands.get(0), at);
            default -> operands.forEach(count -> requireCount(count, at));
        }
    }

    private static void requireText(Object operand, int at) {
        if (!(operand instanceof String)) {
            throw invalid(at);
        }
    }

    private static void requireNumber(Object operand, int at) {
        if (!(operand instanceof Number)) {
            throw invalid(at);
        }
    }

    static long requireCount(Object operand, int at) {
        long count = requireInteger(operand, at);
        if (count < 0 || count > MAX_COUNT) {
            throw invalid(at);
        }
        return count;
    }

    static long requireInteger(Object item, int at) {
        if (item instanceof Integer || item instanceof Long) {
            long number = ((Number) item).longValue();
            if (number == (int) number) {
                return number;
            }
        }
        throw invalid(at);
    }

    private static RuntimeException invalid(int at) {
        return Fault.inBytecode("Invalid bytecode at position " + at);
    }
}
