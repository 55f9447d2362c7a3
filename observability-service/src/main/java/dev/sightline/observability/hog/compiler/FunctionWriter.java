package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.grammar.HogParser.NameContext;
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
        List<NameContext> parameters = names == null ? List.of() : names.name();
        parameters.forEach(parameter -> scope.declare(Literals.name(parameter), parameter.getStart()));
        Code body = writeBody.apply(new StatementWriter(scope, around.isNullSafe()));
        List<FunctionScope.Capture> captures = scope.captures();
        Code code = new Code()
                .add(Op.CALLABLE, name, parameters.size(), captures.size(), body.size())
                .append(body)
                .add(Op.CLOSURE, captures.size());
        captures.forEach(capture -> code.item(capture.local()).item(capture.index()));
        return code;
    }
}
