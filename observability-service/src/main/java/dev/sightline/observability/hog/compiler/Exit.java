package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.ErrorValue;
import dev.sightline.observability.hog.vm.Failure;
import dev.sightline.observability.hog.vm.Frame;
import dev.sightline.observability.hog.vm.Thrown;

/** How a block ends. */
abstract class Exit {

    /** The block to go on with; null, with the result in the frame, to leave the function. */
    abstract Block next(Frame frame);

    /** Goes on elsewhere. Going back counts as a step, so that no loop runs unwatched. */
    static final class Jump extends Exit {
        private final Block target;
        private final boolean back;

        Jump(Block target, boolean back) {
            this.target = target;
            this.back = back;
        }

        @Override
        Block next(Frame frame) {
            if (back) {
                frame.run.tick();
            }
            return target;
        }
    }

    /** Goes one way or the other. */
    static final class Branch extends Exit {
        private final Node condition;
        private final Jump then;
        private final Jump otherwise;

        Branch(Node condition, Jump then, Jump otherwise) {
            this.condition = condition;
            this.then = then;
            this.otherwise = otherwise;
        }

        @Override
        Block next(Frame frame) {
            return condition.test(frame) ? then.next(frame) : otherwise.next(frame);
        }
    }

    /** Leaves the function with a result. */
    static final class Return extends Exit {
        private final Node value;

        Return(Node value) {
            this.value = value;
        }

        @Override
        Block next(Frame frame) {
            frame.result = value.eval(frame);
            return null;
        }
    }

    /** Throws an error. */
    static final class Throw extends Exit {
        private final Node value;

        Throw(Node value) {
            this.value = value;
        }

        @Override
        Block next(Frame frame) {
            if (value.boxed(frame) instanceof ErrorValue error) {
                throw new Thrown(error);
            }
            throw Failure.vm("Can not throw: value is not of type Error");
        }
    }

    /** Fails: the code here is not what any compiler writes. */
    static final class Fail extends Exit {
        private final String message;

        Fail(String message) {
            this.message = message;
        }

        @Override
        Block next(Frame frame) {
            throw Failure.vm(message);
        }
    }
}
