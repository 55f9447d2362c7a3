package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Body;
import dev.sightline.observability.hog.vm.Frame;
import dev.sightline.observability.hog.vm.Thrown;

/** A function made of blocks. */
final class AssembledBody extends Body {

    private final Block entry;
    private final int slots;
    private final boolean guarded;

    /** @param guarded whether some block has a handler */
    AssembledBody(Signature signature, Block entry, int slots, boolean guarded) {
        super(signature.name(), signature.arity());
        this.entry = entry;
        this.slots = slots;
        this.guarded = guarded;
    }

    /** A function's name, the number of its parameters and of the variables it takes along. */
    record Signature(String name, int arity, int captures) {}

    @Override
    public int slots() {
        return slots;
    }

    @Override
    protected Object execute(Frame frame) {
        if (guarded) {
            return executeGuarded(frame);
        }
        Block block = entry;
        while (block != null) {
            block = block.run(frame);
        }
        return frame.result;
    }

    private Object executeGuarded(Frame frame) {
        Block block = entry;
        while (block != null) {
            block = runGuarded(block, frame);
        }
        return frame.result;
    }

    private static Block runGuarded(Block block, Frame frame) {
        Block.Handler handler = block.handler();
        if (handler == null) {
            return block.run(frame);
        }
        try {
            return block.run(frame);
        } catch (Thrown e) {
            frame.recover();
            frame.set(handler.slot(), e.error());
            return handler.block();
        }
    }
}
