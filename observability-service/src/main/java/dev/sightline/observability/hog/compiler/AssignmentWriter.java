package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.grammar.HogParser.ElementContext;
import dev.sightline.observability.hog.grammar.HogParser.ExpressionContext;
import dev.sightline.observability.hog.grammar.HogParser.IndexContext;
import dev.sightline.observability.hog.grammar.HogParser.MemberContext;
import dev.sightline.observability.hog.grammar.HogParser.ReferenceContext;
import dev.sightline.observability.hog.grammar.HogParser.SimpleContext;
import org.antlr.v4.runtime.Token;

/** Writes the code of assignments to variables and into containers. */
final class AssignmentWriter {

    private final FunctionScope scope;
    private final ExpressionWriter expressions;

    AssignmentWriter(FunctionScope scope, ExpressionWriter expressions) {
        this.scope = scope;
        this.expressions = expressions;
    }

    Code write(ExpressionContext wrapped, ExpressionContext value) {
        ExpressionContext target = ExpressionWriter.unwrapped(wrapped);
        if (target instanceof SimpleContext simple && simple.primary() instanceof ReferenceContext name) {
            return variable(Literals.name(name.name()), name.getStart(), value);
        }
        if (target instanceof MemberContext member) {
            Code key = new Code().add(Op.STRING, Literals.name(member.name()));
            return property(member.expression(), key, value);
        }
        if (target instanceof ElementContext element) {
            Code key = expressions.accesses().position(element.DECIMAL().getSymbol());
            return property(element.expression(), key, value);
        }
        if (target instanceof IndexContext index) {
            return property(index.expression(0), expressions.accesses().key(index.expression(1)), value);
        }
        throw Fault.at(target.getStart(), "Can not assign to this type of expression");
    }

    private Code variable(String name, Token at, ExpressionContext value) {
        Code code = expressions.visit(value);
        int slot = scope.slot(name);
        if (slot >= 0) {
            return code.add(Op.SET_LOCAL, slot);
        }
        int captured = scope.capture(name);
        if (captured >= 0) {
            return code.add(Op.SET_UPVALUE, captured);
        }
        throw Fault.at(at, "Variable \"%s\" not declared in this scope. Can not assign to globals.".formatted(name));
    }

    private Code property(ExpressionContext container, Code key, ExpressionContext value) {
        return expressions
                .visit(container)
                .append(key)
                .append(expressions.visit(value))
                .add(Op.SET_PROPERTY);
    }
}
