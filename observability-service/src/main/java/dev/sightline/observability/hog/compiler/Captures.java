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
            captures.add(new FunctionScope.Capture(
                    isLocal(operands.get(i), closure.at()), index(operands.get(i + 1), closure.at())));
        }
        return captures;
    }

    private static int index(Object operand, int at) {
        return (int) Decoder.requireCount(operand, at);
    }

    private static boolean isLocal(Object operand, int at) {
        return operand instanceof Boolean local ? local : Decoder.requireInteger(operand, at) != 0;
    }
}
