package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Frame;

/** Steps that are run one after the other, and where to go then. Filled in once while the function is assembled. */
final class Block {

    private static final Step[] NONE = {};

    private final Handler handler;
    private Step[] steps = NONE;
    private Exit exit;

    /** @param handler where a thrown error goes, null if out of the function */
    Block(Handler handler) {
        this.handler = handler;
    }

    /**
     * Where errors go.
     *
     * @param slot the slot that takes the error
     */
    record Handler(Block block, int slot) {}

    Handler handler() {
        return handler;
    }

    void fill(Step[] newSteps, Exit newExit) {
        steps = newSteps;
        exit = newExit;
    }

    Block run(Frame frame) {
        for (Step step : steps) {
            step.run(frame);
        }
        return exit.next(frame);
    }
}
