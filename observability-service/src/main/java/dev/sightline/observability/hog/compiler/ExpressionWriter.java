package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.grammar.HogParser.AndContext;
import dev.sightline.observability.hog.grammar.HogParser.ArgumentsContext;
import dev.sightline.observability.hog.grammar.HogParser.ArithmeticContext;
import dev.sightline.observability.hog.grammar.HogParser.ArrayContext;
import dev.sightline.observability.hog.grammar.HogParser.BetweenContext;
import dev.sightline.observability.hog.grammar.HogParser.CaseContext;
import dev.sightline.observability.hog.grammar.HogParser.ClosureContext;
import dev.sightline.observability.hog.grammar.HogParser.CoalesceContext;
import dev.sightline.observability.hog.grammar.HogParser.CompareContext;
import dev.sightline.observability.hog.grammar.HogParser.ConditionalContext;
import dev.sightline.observability.hog.grammar.HogParser.ConstantContext;
import dev.sightline.observability.hog.grammar.HogParser.ElementContext;
import dev.sightline.observability.hog.grammar.HogParser.EntryContext;
import dev.sightline.observability.hog.grammar.HogParser.ExpressionContext;
import dev.sightline.observability.hog.grammar.HogParser.GroupContext;
import dev.sightline.observability.hog.grammar.HogParser.IndexContext;
import dev.sightline.observability.hog.grammar.HogParser.IntervalContext;
import dev.sightline.observability.hog.grammar.HogParser.InvokeContext;
import dev.sightline.observability.hog.grammar.HogParser.LiteralContext;
import dev.sightline.observability.hog.grammar.HogParser.MemberContext;
import dev.sightline.observability.hog.grammar.HogParser.NameContext;
import dev.sightline.observability.hog.grammar.HogParser.NegateContext;
import dev.sightline.observability.hog.grammar.HogParser.NotContext;
import dev.sightline.observability.hog.grammar.HogParser.NullTestContext;
import dev.sightline.observability.hog.grammar.HogParser.ObjectContext;
import dev.sightline.observability.hog.grammar.HogParser.OrContext;
import dev.sightline.observability.hog.grammar.HogParser.ParametersContext;
import dev.sightline.observability.hog.grammar.HogParser.ReferenceContext;
import dev.sightline.observability.hog.grammar.HogParser.SimpleContext;
import dev.sightline.observability.hog.grammar.HogParser.TextContext;
import dev.sightline.observability.hog.grammar.HogParserBaseVisitor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** Writes the code of expressions: what leaves their value on the stack. */
final class ExpressionWriter extends HogParserBaseVisitor<Code> {

    private static final int MAX_DEPTH = 700;

    private final FunctionScope scope;
    private final ComparisonWriter comparisons;
    private final AccessWriter accesses;
    private int depth;

    ExpressionWriter(FunctionScope scope, boolean nullSafe) {
        this.scope = scope;
        this.comparisons = new ComparisonWriter(this, nullSafe);
        this.accesses = new AccessWriter(this);
    }

    FunctionScope scope() {
        return scope;
    }

    AccessWriter accesses() {
        return accesses;
    }

    boolean isNullSafe() {
        return comparisons.isNullSafe();
    }

    @Override
    public Code visit(ParseTree tree) {
        if (++depth > MAX_DEPTH) {
            throw Fault.at(((ExpressionContext) tree).getStart(), "The program is nested too deeply");
        }
        Code code = super.visit(tree);
        depth--;
        return code;
    }

    /** The expression inside any parentheses. */
    static ExpressionContext unwrapped(ExpressionContext expression) {
        ExpressionContext inner = expression;
        while (inner instanceof SimpleContext simple
                && simple.primary() instanceof GroupContext group
                && !isTuple(group)) {
            inner = group.expression(0);
        }
        return inner;
    }

    private static boolean isTuple(GroupContext group) {
        return group.end != null || group.expression().size() > 1;
    }

    /** The code of each on its own. */
    List<Code> each(List<ExpressionContext> expressions) {
        return expressions.stream().map(this::visit).toList();
    }

    private Code all(List<ExpressionContext> expressions) {
        Code code = new Code();
        expressions.forEach(expression -> code.append(visit(expression)));
        return code;
    }

    static List<ExpressionContext> list(ArgumentsContext arguments) {
        return arguments == null ? List.of() : arguments.expression();
    }

    @Override
    public Code visitClosure(ClosureContext expression) {
        FunctionScope inner = new FunctionScope(scope);
        inner.open();
        declare(inner, expression.parameters());
        return new FunctionWriter(this)
                .write(
                        "lambda",
                        inner,
                        body -> expression.block() == null
                                ? body.expressions()
                                        .visit(expression.expression())
                                        .add(Op.RETURN)
                                : body.body(expression.block()));
    }

    private static void declare(FunctionScope inner, ParametersContext parameters) {
        if (parameters.LAMBDA_NAME() != null) {
            Token first = parameters.LAMBDA_NAME().getSymbol();
            inner.declare(Literals.name(first), first);
        }
        List<NameContext> names = parameters.names() == null
                ? parameters.name()
                : parameters.names().name();
        names.forEach(name -> inner.declare(Literals.name(name), name.getStart()));
    }

    @Override
    public Code visitSimple(SimpleContext expression) {
        return super.visit(expression.primary());
    }

    @Override
    public Code visitGroup(GroupContext group) {
        return isTuple(group)
                ? all(group.expression()).add(Op.TUPLE, group.expression().size())
                : visit(group.expression(0));
    }

    @Override
    public Code visitConstant(ConstantContext constant) {
        LiteralContext literal = constant.literal();
        if (literal.number() != null) {
            return Literals.code(Literals.number(literal.number(), literal.PREFIX_MINUS() != null));
        }
        return literal.NULL() != null
                ? new Code().add(Op.NULL)
                : new Code().add(Op.STRING, Literals.string(literal.getText()));
    }

    @Override
    public Code visitText(TextContext text) {
        List<Code> parts = text.template().part().stream()
                .map(part -> part.expression() == null
                        ? new Code().add(Op.STRING, Literals.unescape(part.getText(), '\''))
                        : visit(part.expression()))
                .toList();
        return switch (parts.size()) {
            case 0 -> new Code().add(Op.STRING, "");
            case 1 -> parts.get(0);
            default -> Calls.global("concat", parts);
        };
    }

    @Override
    public Code visitReference(ReferenceContext reference) {
        return accesses.reference(reference);
    }

    @Override
    public Code visitMember(MemberContext member) {
        return accesses.member(member);
    }

    @Override
    public Code visitElement(ElementContext element) {
        return accesses.element(element);
    }

    @Override
    public Code visitIndex(IndexContext index) {
        return accesses.index(index);
    }

    @Override
    public Code visitInvoke(InvokeContext call) {
        return accesses.call(call);
    }

    @Override
    public Code visitNegate(NegateContext negation) {
        return visit(negation.expression()).add(Op.INTEGER, 0).add(Op.MINUS);
    }

    @Override
    public Code visitArithmetic(ArithmeticContext operation) {
        if (operation.CONCAT() != null) {
            return Calls.global("concat", each(joined(operation)));
        }
        Code operands = visit(operation.expression(1)).append(visit(operation.expression(0)));
        return operands.add(ComparisonWriter.arithmetic(operation.op.getType()));
    }

    private static List<ExpressionContext> joined(ArithmeticContext operation) {
        List<ExpressionContext> parts = new ArrayList<>();
        ExpressionContext next = operation;
        while (next instanceof ArithmeticContext join && join.CONCAT() != null) {
            parts.add(0, join.expression(1));
            next = join.expression(0);
        }
        parts.add(0, next);
        return parts;
    }

    @Override
    public Code visitCompare(CompareContext comparison) {
        return comparisons.compare(comparison);
    }

    @Override
    public Code visitNullTest(NullTestContext test) {
        return new Code().add(Op.NULL).append(visit(test.expression())).add(test.NOT() == null ? Op.EQ : Op.NOT_EQ);
    }

    @Override
    public Code visitBetween(BetweenContext test) {
        return comparisons.between(test);
    }

    @Override
    public Code visitCoalesce(CoalesceContext choice) {
        return Branches.unlessNull(visit(choice.expression(0)), visit(choice.expression(1)));
    }

    @Override
    public Code visitNot(NotContext negation) {
        return visit(negation.expression()).add(Op.NOT);
    }

    @Override
    public Code visitAnd(AndContext conjunction) {
        List<ExpressionContext> operands = chained(conjunction, AndContext.class, AndContext::expression);
        return all(operands).add(Op.AND, operands.size());
    }

    @Override
    public Code visitOr(OrContext disjunction) {
        List<ExpressionContext> operands = chained(disjunction, OrContext.class, OrContext::expression);
        return all(operands).add(Op.OR, operands.size());
    }

    /** The operands of a chain of one operator, which leans to the left. */
    private static <T extends ExpressionContext> List<ExpressionContext> chained(
            ExpressionContext chain, Class<T> operator, Function<T, List<ExpressionContext>> sides) {
        Deque<ExpressionContext> operands = new ArrayDeque<>();
        ExpressionContext next = chain;
        while (operator.isInstance(next)) {
            List<ExpressionContext> both = sides.apply(operator.cast(next));
            operands.push(both.get(1));
            next = both.get(0);
        }
        operands.push(next);
        return List.copyOf(operands);
    }

    @Override
    public Code visitConditional(ConditionalContext choice) {
        return Branches.either(visit(choice.expression(0)), visit(choice.expression(1)), visit(choice.expression(2)));
    }

    @Override
    public Code visitCase(CaseContext choice) {
        List<Code> arguments = new ArrayList<>();
        if (choice.subject != null) {
            arguments.add(visit(choice.subject));
        }
        choice.whenThen().forEach(branch -> arguments.addAll(each(branch.expression())));
        if (choice.otherwise != null) {
            arguments.add(visit(choice.otherwise));
        }
        return choice.subject == null ? Calls.choices(arguments) : Calls.global("_caseWithExpression", arguments);
    }

    @Override
    public Code visitInterval(IntervalContext interval) {
        String unit = interval.UNIT().getText().toLowerCase(Locale.ROOT);
        String function = "toInterval" + Character.toUpperCase(unit.charAt(0)) + unit.substring(1);
        return Calls.global(function, List.of(visit(interval.expression())));
    }

    @Override
    public Code visitArray(ArrayContext array) {
        List<ExpressionContext> items = list(array.arguments());
        return all(items).add(Op.ARRAY, items.size());
    }

    @Override
    public Code visitObject(ObjectContext object) {
        Code code = new Code();
        for (EntryContext entry : object.entry()) {
            if (entry.COLON() == null) {
                throw Fault.at(object.getStart(), "Placeholders are not allowed in this context");
            }
            code.append(all(entry.expression()));
        }
        return code.add(Op.DICT, object.entry().size());
    }
}
