package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.vm.Frame;
import java.util.Objects;

/** A value known when the program was compiled. */
final class Constant extends Node {

    static final Constant NULL = new Constant(null);
    static final Constant TRUE = new Constant(true);
    static final Constant FALSE = new Constant(false);

    private final Object value;
    private final Object unboxed;
    private final long number;

    Constant(Object value) {
        this.value = value;
        this.unboxed = value instanceof Long ? Frame.INTEGER : value instanceof Double ? Frame.FLOAT : value;
        this.number =
                value instanceof Long integer ? integer : value instanceof Double d ? Double.doubleToRawLongBits(d) : 0;
    }

    Object value() {
        return value;
    }

    @Override
    Object eval(Frame frame) {
        frame.number = number;
        return unboxed;
    }

    @Override
    boolean isRepeatable() {
        return true;
    }

    @Override
    boolean isSame(Node other) {
        return other instanceof Constant constant && Objects.equals(value, constant.value);
    }
}
