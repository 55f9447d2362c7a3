package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.grammar.HogParser.ElementContext;
import dev.sightline.observability.hog.grammar.HogParser.ExpressionContext;
import dev.sightline.observability.hog.grammar.HogParser.IndexContext;
import dev.sightline.observability.hog.grammar.HogParser.InvokeContext;
import dev.sightline.observability.hog.grammar.HogParser.MemberContext;
import dev.sightline.observability.hog.grammar.HogParser.ReferenceContext;
import dev.sightline.observability.hog.grammar.HogParser.SimpleContext;
import dev.sightline.observability.hog.vm.Values;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;

/** Writes the code that reaches something by its name or place: variables, globals, properties, elements and functions. */
final class AccessWriter {

    private final ExpressionWriter expressions;

    AccessWriter(ExpressionWriter expressions) {
        this.expressions = expressions;
    }

    Code reference(ReferenceContext reference) {
        String name = Literals.name(reference.name());
        Code variable = variable(name);
        if (variable != null) {
            return variable;
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "true" -> new Code().add(Op.TRUE);
            case "false" -> new Code().add(Op.FALSE);
            default -> new Code().add(Op.STRING, name).add(Op.GET_GLOBAL, 1);
        };
    }

    /** The code that reads a variable of the program, null if there is none of that name. */
    private Code variable(String name) {
        int slot = expressions.scope().slot(name);
        if (slot >= 0) {
            return new Code().add(Op.GET_LOCAL, slot);
        }
        int captured = expressions.scope().capture(name);
        return captured < 0 ? null : new Code().add(Op.GET_UPVALUE, captured);
    }

    Code member(MemberContext member) {
        List<String> chain = new ArrayList<>();
        if (member.NULLISH_DOT() == null && isGlobal(member, chain)) {
            Code code = new Code();
            chain.forEach(name -> code.add(Op.STRING, name));
            return code.add(Op.GET_GLOBAL, chain.size());
        }
        Code key = new Code().add(Op.STRING, Literals.name(member.name()));
        return access(expressions.visit(member.expression()).append(key), member.NULLISH_DOT() != null);
    }

    /** Whether the expression is a chain of plain names that starts at a global; the names go last first. */
    private boolean isGlobal(ExpressionContext expression, List<String> names) {
        ExpressionContext next = expression;
        while (next instanceof MemberContext member && member.NULLISH_DOT() == null) {
            names.add(Literals.name(member.name()));
            next = member.expression();
        }
        if (!(next instanceof SimpleContext simple && simple.primary() instanceof ReferenceContext root)) {
            return false;
        }
        String name = Literals.name(root.name());
        names.add(name);
        return variable(name) == null && !name.equalsIgnoreCase("true") && !name.equalsIgnoreCase("false");
    }

    Code element(ElementContext element) {
        Code key = position(element.DECIMAL().getSymbol());
        return access(expressions.visit(element.expression()).append(key), element.NULLISH_DOT() != null);
    }

    Code index(IndexContext index) {
        Code operands = expressions.visit(index.expression(0)).append(key(index.expression(1)));
        return access(operands, index.NULLISH_DOT() != null);
    }

    private static Code access(Code operands, boolean nullish) {
        return operands.add(nullish ? Op.GET_PROPERTY_NULLISH : Op.GET_PROPERTY);
    }

    /** The code of a number after a dot. */
    Code position(Token digits) {
        return requirePosition(digits, Literals.code(Values.integer(new BigInteger(digits.getText()))));
    }

    /** The code of what stands between brackets. */
    Code key(ExpressionContext key) {
        return requirePosition(key.getStart(), expressions.visit(key));
    }

    private static Code requirePosition(Token at, Code key) {
        if (key.items().equals(new Code().add(Op.INTEGER, 0L).items())) {
            throw Fault.at(at, "Array access starts from 1");
        }
        return key;
    }

    Code call(InvokeContext call) {
        if (call.expression() instanceof SimpleContext simple
                && simple.primary() instanceof ReferenceContext function) {
            return call(function, call);
        }
        List<Code> arguments = arguments(call);
        return Calls.local(arguments, expressions.visit(call.expression()));
    }

    private Code call(ReferenceContext function, InvokeContext call) {
        String name = Literals.name(function.name());
        List<Code> arguments = arguments(call);
        Code variable = variable(name);
        if (variable != null) {
            return Calls.local(arguments, variable);
        }
        if (name.equals("sql")) {
            throw Fault.at(call.getStart(), "Queries are not supported in programs");
        }
        return Calls.special(name.toLowerCase(Locale.ROOT).equals("not") ? "not" : name, arguments);
    }

    private List<Code> arguments(InvokeContext call) {
        return expressions.each(ExpressionWriter.list(call.arguments()));
    }
}
