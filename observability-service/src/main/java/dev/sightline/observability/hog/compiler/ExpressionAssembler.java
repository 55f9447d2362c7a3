package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.compiler.AssembledBody.Signature;
import java.util.List;

/** Assembles what only leaves a value on the stack, conditional expressions included. */
final class ExpressionAssembler {

    private static final int NONE = -1;

    private final FunctionAssembler function;
    private final Flow flow;

    ExpressionAssembler(FunctionAssembler function) {
        this.function = function;
        this.flow = function.flow();
    }

    /** Pushes what starts at an index; answers the index after it, or -1 if it is no expression. */
    int assemble(int index, OperandStack stack) {
        Instruction instruction = flow.get(index);
        Op op = instruction.op();
        switch (op) {
            case JUMP_IF_FALSE -> {
                return choice(index, stack);
            }
            case JUMP_IF_STACK_NOT_NULL -> {
                return fallback(index, stack);
            }
            case TRUE, FALSE, NULL, STRING, INTEGER, FLOAT -> stack.push(constant(op, instruction.operands()));
            case GET_LOCAL -> local(instruction, stack);
            case GET_UPVALUE -> stack.push(new Captured(function.requireCapture(instruction.number(0))));
            case CALLABLE -> stack.push(template(instruction));
            case CLOSURE -> closure(instruction, stack);
            default -> {
                return isOperation(op) ? operation(index, stack) : NONE;
            }
        }
        return index + 1;
    }

    private static boolean isOperation(Op op) {
        return op.isBetween(Op.GET_GLOBAL, Op.NOT_IREGEX)
                || op.isBetween(Op.DICT, Op.GET_PROPERTY)
                || op == Op.GET_PROPERTY_NULLISH
                || op == Op.CALL_LOCAL;
    }

    private int operation(int index, OperandStack stack) {
        Instruction instruction = flow.get(index);
        Node[] operands = stack.pop((int) instruction.taken());
        Node node = function.assembler().operations().node(instruction, operands);
        stack.push(stack.finish(node, operands));
        return index + 1;
    }

    private static Node constant(Op op, List<Object> operands) {
        return switch (op) {
            case TRUE -> Constant.TRUE;
            case FALSE -> Constant.FALSE;
            case NULL -> Constant.NULL;
            case FLOAT -> new Constant(((Number) operands.get(0)).doubleValue());
            default -> new Constant(dev.sightline.observability.hog.vm.JavaValues.of(operands.get(0)));
        };
    }

    private static void local(Instruction instruction, OperandStack stack) {
        int slot = instruction.number(0);
        if (slot >= stack.depth()) {
            throw Fault.inBytecode("Invalid slot at position " + instruction.at());
        }
        stack.push(stack.local(slot));
    }

    private Node template(Instruction callable) {
        Signature signature = new Signature(callable.text(0), callable.number(1), callable.number(2));
        int from = callable.at() + 1 + callable.op().operands();
        return new FunctionTemplate(function.assembler().body(signature, from, callable.next()), callable.number(2));
    }

    private void closure(Instruction instruction, OperandStack stack) {
        List<FunctionScope.Capture> captures = Captures.of(instruction);
        if (stack.depth() == 0
                || !(stack.pop() instanceof FunctionTemplate template)
                || template.captures() != captures.size()
                || captures.stream().anyMatch(c -> c.local() && c.index() > stack.depth())) {
            throw Fault.inBytecode("Invalid bytecode at position " + instruction.at());
        }
        captures.stream().filter(c -> !c.local()).forEach(c -> function.requireCapture(c.index()));
        stack.pushClosure(template.body(), captures);
    }

    /** A condition and a jump around one value to another: one expression, if nothing else leads into it. */
    private int choice(int index, OperandStack stack) {
        int otherwise = flow.target(index);
        if (otherwise < index + 2 || flow.get(otherwise - 1).op() != Op.JUMP) {
            return NONE;
        }
        int end = flow.target(otherwise - 1);
        if (end < otherwise || !flow.isClosed(index, end)) {
            return NONE;
        }
        OperandStack rest = stack.fork();
        Node condition = rest.pop();
        Node first = value(index + 1, otherwise - 1, rest);
        Node second = first == null ? null : value(otherwise, end, rest);
        if (second == null) {
            return NONE;
        }
        stack.pop();
        return absorb(index, end, stack, Choice.of(condition, first, second));
    }

    /** A value, unless it is null another. */
    private int fallback(int index, OperandStack stack) {
        int end = flow.target(index);
        if (end < index + 2 || flow.get(index + 1).op() != Op.POP || !flow.isClosed(index, end)) {
            return NONE;
        }
        OperandStack rest = stack.fork();
        Node first = rest.pop();
        Node second = value(index + 2, end, rest);
        if (second == null) {
            return NONE;
        }
        stack.pop();
        return absorb(index, end, stack, new Fallback(first, second));
    }

    private int absorb(int from, int to, OperandStack stack, Node node) {
        if (!stack.isExpression()) {
            flow.absorb(from, to);
        }
        stack.push(node);
        return to;
    }

    /** The node that a range of code leaves on the stack, null if it does anything else. */
    private Node value(int from, int to, OperandStack around) {
        OperandStack stack = around.fork();
        int depth = stack.depth();
        int index = from;
        while (index < to && index != NONE && !stack.isBroken()) {
            boolean enough = stack.depth() - depth >= flow.get(index).taken();
            index = enough ? assemble(index, stack) : NONE;
        }
        if (index != to || stack.isBroken() || stack.depth() != depth + 1) {
            return null;
        }
        function.useSlots(stack.slots());
        return stack.pop();
    }
}
