package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.grammar.HogParser.BlockContext;
import dev.sightline.observability.hog.grammar.HogParser.DeclarationContext;
import dev.sightline.observability.hog.grammar.HogParser.EvaluateContext;
import dev.sightline.observability.hog.grammar.HogParser.ExpressionContext;
import dev.sightline.observability.hog.grammar.HogParser.ForContext;
import dev.sightline.observability.hog.grammar.HogParser.ForInContext;
import dev.sightline.observability.hog.grammar.HogParser.FunctionContext;
import dev.sightline.observability.hog.grammar.HogParser.IfContext;
import dev.sightline.observability.hog.grammar.HogParser.NothingContext;
import dev.sightline.observability.hog.grammar.HogParser.ProgramContext;
import dev.sightline.observability.hog.grammar.HogParser.ReturnContext;
import dev.sightline.observability.hog.grammar.HogParser.ScopeContext;
import dev.sightline.observability.hog.grammar.HogParser.StatementContext;
import dev.sightline.observability.hog.grammar.HogParser.StepContext;
import dev.sightline.observability.hog.grammar.HogParser.ThrowContext;
import dev.sightline.observability.hog.grammar.HogParser.TryContext;
import dev.sightline.observability.hog.grammar.HogParser.VariableContext;
import dev.sightline.observability.hog.grammar.HogParser.WhileContext;
import dev.sightline.observability.hog.grammar.HogParserBaseVisitor;
import java.util.List;

/** Writes the code of statements. */
final class StatementWriter extends HogParserBaseVisitor<Code> {

    private final FunctionScope scope;
    private final ExpressionWriter expressions;

    StatementWriter(FunctionScope scope, boolean nullSafe) {
        this.scope = scope;
        this.expressions = new ExpressionWriter(scope, nullSafe);
    }

    FunctionScope scope() {
        return scope;
    }

    ExpressionWriter expressions() {
        return expressions;
    }

    Code program(ProgramContext program, Code code) {
        scope.open();
        program.declaration().forEach(declaration -> code.append(visit(declaration)));
        scope.close(code);
        return code;
    }

    /** The code of a block that is a function's body: always ends by returning. */
    Code body(BlockContext block) {
        Code code = visitBlock(block);
        List<DeclarationContext> declarations = block.declaration();
        boolean returns = !declarations.isEmpty()
                && declarations.get(declarations.size() - 1).statement() instanceof ReturnContext;
        return returns ? code : code.add(Op.NULL).add(Op.RETURN);
    }

    @Override
    public Code visitDeclaration(DeclarationContext declaration) {
        return visit(declaration.getChild(0));
    }

    @Override
    public Code visitVariable(VariableContext variable) {
        Code code = variable.expression() == null ? new Code().add(Op.NULL) : value(variable.expression());
        scope.declare(Literals.name(variable.name()), variable.name().getStart());
        return code;
    }

    @Override
    public Code visitReturn(ReturnContext statement) {
        Code code = statement.expression() == null ? new Code().add(Op.NULL) : value(statement.expression());
        return code.add(Op.RETURN);
    }

    @Override
    public Code visitThrow(ThrowContext statement) {
        return value(statement.expression()).add(Op.THROW);
    }

    @Override
    public Code visitTry(TryContext statement) {
        return new TryWriter(this).write(statement);
    }

    @Override
    public Code visitIf(IfContext statement) {
        Code then = visit(statement.statement(0));
        Code otherwise = statement.ELSE() == null ? new Code() : visit(statement.statement(1));
        return Branches.choose(value(statement.expression()), then, otherwise);
    }

    @Override
    public Code visitWhile(WhileContext statement) {
        return Branches.loop(value(statement.expression()), visit(statement.statement()));
    }

    @Override
    public Code visitFor(ForContext statement) {
        scope.open();
        Code code = statement.start == null ? new Code() : visitStep(statement.start);
        Code condition = statement.expression() == null ? new Code().add(Op.TRUE) : value(statement.expression());
        Code body = visit(statement.statement());
        if (statement.next != null) {
            body.append(scoped(statement.next));
        }
        code.append(Branches.loop(condition, body));
        scope.close(code);
        return code;
    }

    private Code scoped(StepContext step) {
        scope.open();
        Code code = visitStep(step);
        scope.close(code);
        return code;
    }

    @Override
    public Code visitForIn(ForInContext statement) {
        return new ForInWriter(this).write(statement);
    }

    @Override
    public Code visitStep(StepContext step) {
        if (step.variable() != null) {
            return visitVariable(step.variable());
        }
        return evaluated(step.expression());
    }

    @Override
    public Code visitFunction(FunctionContext function) {
        scope.declare(Literals.name(function.name()), function.name().getStart());
        FunctionWriter writer = new FunctionWriter(expressions);
        return writer.write(Literals.name(function.name()), function.names(), body -> body.body(function.block()));
    }

    private Code assign(ExpressionContext target, ExpressionContext value) {
        return new AssignmentWriter(scope, expressions).write(target, value);
    }

    @Override
    public Code visitScope(ScopeContext statement) {
        return visitBlock(statement.block());
    }

    @Override
    public Code visitBlock(BlockContext block) {
        scope.open();
        Code code = new Code();
        block.declaration().forEach(declaration -> code.append(visit(declaration)));
        scope.close(code);
        return code;
    }

    @Override
    public Code visitEvaluate(EvaluateContext statement) {
        return evaluated(statement.expression());
    }

    @Override
    public Code visitNothing(NothingContext statement) {
        return new Code();
    }

    /** An expression alone, whose value is dropped, or a target and the value assigned to it. */
    private Code evaluated(List<ExpressionContext> expressions) {
        return expressions.size() == 1
                ? value(expressions.get(0)).add(Op.POP)
                : assign(expressions.get(0), expressions.get(1));
    }

    private Code value(ExpressionContext expression) {
        return expressions.visit(expression);
    }

    /** The code of one statement. */
    Code statement(StatementContext statement) {
        return visit(statement);
    }
}
