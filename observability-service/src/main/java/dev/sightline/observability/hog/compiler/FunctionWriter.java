package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.grammar.HogParser.NamesContext;
import java.util.List;
import java.util.function.Function;

/** Writes the code that makes a function, the code of its body in it. */
final class FunctionWriter {

    private final ExpressionWriter around;

    FunctionWriter(ExpressionWriter around) {
        this.around = around;
    }

    Code write(String name, NamesContext names, Function<StatementWriter, Code> writeBody) {
        FunctionScope scope = new FunctionScope(around.scope());
        scope.open();
        if (names != null) {
            names.name().forEach(parameter -> scope.declare(Literals.name(parameter), parameter.getStart()));
        }
        return write(name, scope, writeBody);
    }

    /** The function whose parameters are declared in a scope. */
    Code write(String name, FunctionScope scope, Function<StatementWriter, Code> writeBody) {
        int parameters = scope.size();
        Code body = writeBody.apply(new StatementWriter(scope, around.isNullSafe()));
        List<FunctionScope.Capture> captures = scope.captures();
        Code code = new Code()
                .add(Op.CALLABLE, name, parameters, captures.size(), body.size())
                .append(body)
                .add(Op.CLOSURE, captures.size());
        captures.forEach(capture -> code.item(capture.local()).item(capture.index()));
        return code;
    }
}
