package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Body;
import dev.sightline.observability.hog.vm.Cell;
import dev.sightline.observability.hog.vm.Closure;
import dev.sightline.observability.hog.vm.Frame;

/** Makes a function, taking variables along: slots of this frame become cells for that. */
final class MakeClosure extends Node {

    private static final long COST = 16;

    private final Body body;
    private final FunctionScope.Capture[] captures;

    MakeClosure(Body body, FunctionScope.Capture... captures) {
        this.body = body;
        this.captures = captures;
    }

    @Override
    Object eval(Frame frame) {
        frame.run.reserve(COST * (1 + captures.length));
        Cell[] cells = new Cell[captures.length];
        for (int i = 0; i < cells.length; i++) {
            FunctionScope.Capture capture = captures[i];
            cells[i] = capture.local()
                    ? cell(frame, capture.index())
                    : frame.closure.captured()[capture.index()];
        }
        return new Closure(body, cells);
    }

    private static Cell cell(Frame frame, int slot) {
        if (frame.values[slot] instanceof Cell cell) {
            return cell;
        }
        Cell cell = new Cell(Frame.boxed(frame.values[slot], frame.numbers[slot]));
        frame.values[slot] = cell;
        return cell;
    }

    @Override
    boolean isFresh() {
        return true;
    }
}
