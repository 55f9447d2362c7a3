package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.grammar.HogParser.HandlerContext;
import dev.sightline.observability.hog.grammar.HogParser.TryContext;
import java.util.List;

/** Writes protected blocks and their handlers. */
final class TryWriter {

    /** POP_TRY and the jump over the handlers, and the place of TRY's own operand. */
    private static final int AFTER_BODY = 4;

    private final StatementWriter statements;
    private final FunctionScope scope;

    TryWriter(StatementWriter statements) {
        this.statements = statements;
        this.scope = statements.scope();
    }

    Code write(TryContext statement) {
        if (statement.finalizer != null) {
            throw Fault.at(statement.FINALLY().getSymbol(), "finally blocks are not yet supported");
        }
        if (statement.handler().isEmpty()) {
            throw Fault.at(statement.getStart(), "try statement must have at least one catch block");
        }
        Code body = statements.visitBlock(statement.block(0));
        Code handlers = handlers(statement.handler());
        return new Code()
                .add(Op.TRY, body.size() + AFTER_BODY)
                .append(body)
                .add(Op.POP_TRY)
                .add(Op.JUMP, handlers.size())
                .append(handlers);
    }

    /** The error and its type wait in two slots while the handlers are tried in order. */
    private Code handlers(List<HandlerContext> handlers) {
        scope.open();
        int error = scope.hide("(error)");
        Code code = new Code().add(Op.GET_LOCAL, error).add(Op.STRING, "type").add(Op.GET_PROPERTY);
        scope.hide("(type)");
        List<Code> bodies =
                handlers.stream().map(handler -> body(handler, error)).toList();
        Code rest = new Code().add(Op.POP).add(Op.THROW);
        for (int i = bodies.size() - 1; i >= 0; i--) {
            Code body = bodies.get(i).add(Op.JUMP, rest.size());
            rest = guard(handlers.get(i), error + 1, body.size()).append(body).append(rest);
        }
        code.append(rest);
        scope.close(code);
        return code;
    }

    private Code body(HandlerContext handler, int error) {
        scope.open();
        Code code = new Code().add(Op.GET_LOCAL, error);
        boolean named = !handler.name().isEmpty();
        scope.declare(named ? Literals.name(handler.name(0)) : "e", handler.getStart());
        code.append(statements.visitBlock(handler.block()));
        scope.close(code);
        return code;
    }

    private static Code guard(HandlerContext handler, int type, int length) {
        String wanted = handler.name().size() > 1 ? Literals.name(handler.name(1)) : "Error";
        return wanted.equals("Error")
                ? new Code()
                : new Code()
                        .add(Op.STRING, wanted)
                        .add(Op.GET_LOCAL, type)
                        .add(Op.EQ)
                        .add(Op.JUMP_IF_FALSE, length);
    }
}
