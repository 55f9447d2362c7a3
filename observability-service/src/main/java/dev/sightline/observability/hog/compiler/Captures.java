package dev.sightline.observability.hog.compiler;

import java.util.ArrayList;
import java.util.List;

/** Reads what a CLOSURE instruction takes along. */
final class Captures {

    private Captures() {}

    static List<FunctionScope.Capture> of(Instruction closure) {
        List<FunctionScope.Capture> captures = new ArrayList<>();
        List<Object> operands = closure.operands();
        for (int i = 1; i < operands.size(); i += 2) {
            captures.add(new FunctionScope.Capture(isLocal(operands.get(i), closure.at()), closure.number(i + 1)));
        }
        return captures;
    }

    private static boolean isLocal(Object operand, int at) {
        return operand instanceof Boolean local ? local : Decoder.requireInteger(operand, at) != 0;
    }
}
