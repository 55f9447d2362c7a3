package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.compiler.FunctionAssembler.Region;
import dev.sightline.observability.hog.compiler.FunctionAssembler.State;

/** Fills in one block: instruction by instruction up to the first that ends it. */
final class BlockAssembler {

    private final FunctionAssembler function;
    private final Flow flow;
    private final State start;
    private final OperandStack stack;
    private final ExpressionAssembler expressions;
    private final boolean root;

    BlockAssembler(FunctionAssembler function, State start, boolean root) {
        this.function = function;
        this.flow = function.flow();
        this.start = start;
        this.root = root;
        this.stack = OperandStack.of(start.depth(), function.captured());
        this.expressions = new ExpressionAssembler(function);
    }

    void assemble(Block block) {
        int index = start.index();
        Exit exit = null;
        while (exit == null) {
            if (index != start.index() && flow.isTarget(index)) {
                stack.settle();
                exit = jump(index, index, start.region());
            } else if (index == flow.size()) {
                exit = end();
            } else if (stack.depth() < flow.get(index).taken()) {
                exit = new Exit.Fail("Stack underflow");
            } else {
                int after = expressions.assemble(index, stack);
                exit = after < 0 ? step(index) : null;
                index = after < 0 ? index + 1 : after;
            }
        }
        block.fill(stack.steps(), exit);
        function.useSlots(stack.slots());
    }

    /** What is left when the code is over is the result; a function must not get there. */
    private Exit end() {
        if (!root) {
            return new Exit.Fail("Unexpected end of bytecode");
        }
        return switch (stack.depth()) {
            case 0 -> new Exit.Return(Constant.NULL);
            case 1 -> new Exit.Return(stack.pop());
            default -> new Exit.Fail("Invalid bytecode. More than one value left on stack");
        };
    }

    /** Does an instruction that is no expression; answers the exit if it ends the block. */
    private Exit step(int index) {
        Instruction instruction = flow.get(index);
        switch (instruction.op()) {
            case POP, CLOSE_UPVALUE -> stack.drop();
            case SET_LOCAL -> assignLocal(instruction);
            case SET_UPVALUE -> {
                Node value = stack.pop();
                stack.add(new Step.AssignCaptured(function.requireCapture(instruction.number(0)), value));
            }
            case SET_PROPERTY -> {
                Node[] operands = stack.pop(3);
                stack.add(new Step.AssignProperty(operands[0], operands[1], operands[2]));
                stack.clearStashed(operands);
            }
            default -> {
                return exit(index, instruction);
            }
        }
        return null;
    }

    private void assignLocal(Instruction instruction) {
        Node value = stack.pop();
        int slot = instruction.number(0);
        requireSlot(slot, instruction);
        stack.settle();
        stack.add(stack.assignment(slot, value));
    }

    private void requireSlot(int slot, Instruction instruction) {
        if (slot >= stack.depth()) {
            throw Fault.inBytecode("Invalid slot at position " + instruction.at());
        }
    }

    private Exit exit(int index, Instruction instruction) {
        return switch (instruction.op()) {
            case RETURN, THROW -> leave(instruction.op());
            case JUMP -> {
                stack.settle();
                yield jump(index, flow.target(index), start.region());
            }
            case JUMP_IF_FALSE -> branch(index, stack.pop());
            case JUMP_IF_STACK_NOT_NULL -> {
                stack.settle();
                yield branch(index, new NullTest(stack.local(stack.depth() - 1)));
            }
            case TRY -> {
                stack.settle();
                Region region = function.region(index, stack.depth(), start.region());
                yield jump(index, index + 1, region);
            }
            default -> popTry(index);
        };
    }

    private Exit leave(Op op) {
        Node value = stack.pop();
        stack.settle();
        return op == Op.RETURN ? new Exit.Return(value) : new Exit.Throw(value);
    }

    private Exit popTry(int index) {
        stack.settle();
        return start.region() == null
                ? new Exit.Fail("Invalid operation POP_TRY: no try block to pop")
                : jump(index, index + 1, start.region().outer());
    }

    private Exit branch(int index, Node condition) {
        stack.settle();
        return new Exit.Branch(
                condition, jump(index, index + 1, start.region()), jump(index, flow.target(index), start.region()));
    }

    private Exit.Jump jump(int from, int to, Region region) {
        return new Exit.Jump(function.block(new State(to, stack.depth(), region)), to <= from);
    }
}
