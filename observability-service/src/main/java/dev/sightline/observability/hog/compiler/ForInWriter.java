package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.grammar.HogParser.ForInContext;
import dev.sightline.observability.hog.grammar.HogParser.NameContext;

/** Writes loops over copies of a container's values and, where asked for, keys. */
final class ForInWriter {

    private final StatementWriter statements;
    private final FunctionScope scope;

    ForInWriter(StatementWriter statements) {
        this.statements = statements;
        this.scope = statements.scope();
    }

    Code write(ForInContext loop) {
        scope.open();
        Code code = statements.expressions().visit(loop.expression());
        int container = scope.hide("(container)");
        boolean keyed = loop.name().size() > 1;
        int keys = keyed ? copy(code, "keys", container) : -1;
        int values = copy(code, "values", container);
        code.add(Op.INTEGER, 1);
        int index = scope.hide("(index)");
        int length = copy(code, "length", values);
        int key = keyed ? variable(code, loop.name(0)) : -1;
        int value = variable(code, loop.name(keyed ? 1 : 0));
        Code body = new Code();
        if (keyed) {
            body.append(element(keys, index)).add(Op.SET_LOCAL, key);
        }
        body.append(element(values, index)).add(Op.SET_LOCAL, value);
        body.append(statements.statement(loop.statement())).append(increment(index));
        code.append(Branches.loop(local(length).append(local(index)).add(Op.LT_EQ), body));
        scope.close(code);
        return code;
    }

    private int copy(Code code, String function, int slot) {
        code.append(local(slot)).add(Op.CALL_GLOBAL, function, 1);
        return scope.hide("(" + function + ")");
    }

    private int variable(Code code, NameContext name) {
        code.add(Op.NULL);
        return scope.declare(Literals.name(name), name.getStart());
    }

    private static Code element(int list, int index) {
        return local(list).append(local(index)).add(Op.GET_PROPERTY);
    }

    private static Code increment(int index) {
        return new Code().add(Op.INTEGER, 1).append(local(index)).add(Op.PLUS).add(Op.SET_LOCAL, index);
    }

    private static Code local(int slot) {
        return new Code().add(Op.GET_LOCAL, slot);
    }
}
