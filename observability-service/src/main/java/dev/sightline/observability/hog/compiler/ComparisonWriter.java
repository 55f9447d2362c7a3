package dev.sightline.observability.hog.compiler;

import dev.sightline.observability.hog.grammar.HogLexer;
import dev.sightline.observability.hog.grammar.HogParser.BetweenContext;
import dev.sightline.observability.hog.grammar.HogParser.CompareContext;
import dev.sightline.observability.hog.grammar.HogParser.ComparisonContext;
import dev.sightline.observability.hog.grammar.HogParser.ExpressionContext;
import java.util.function.Supplier;

/** Writes the code of comparisons, in null-safe programs with a test for null before each ordering. */
final class ComparisonWriter {

    private final ExpressionWriter expressions;
    private final boolean nullSafe;

    ComparisonWriter(ExpressionWriter expressions, boolean nullSafe) {
        this.expressions = expressions;
        this.nullSafe = nullSafe;
    }

    boolean isNullSafe() {
        return nullSafe;
    }

    Code compare(CompareContext comparison) {
        Op op = operator(comparison.comparison());
        return ordered(op, comparison.expression(0), comparison.expression(1));
    }

    Code between(BetweenContext test) {
        boolean negated = test.NOT() != null;
        ExpressionContext value = test.expression(0);
        Code low = ordered(negated ? Op.LT : Op.GT_EQ, value, test.expression(1));
        Code high = ordered(negated ? Op.GT : Op.LT_EQ, value, test.expression(2));
        return low.append(high).add(negated ? Op.OR : Op.AND, 2);
    }

    private Code ordered(Op op, ExpressionContext left, ExpressionContext right) {
        Supplier<Code> writeLeft = () -> expressions.visit(left);
        Supplier<Code> writeRight = () -> expressions.visit(right);
        Code comparison = writeRight.get().append(writeLeft.get()).add(op);
        if (!nullSafe || !op.isBetween(Op.GT, Op.LT_EQ)) {
            return comparison;
        }
        Code isNull = isNull(writeLeft.get()).append(isNull(writeRight.get())).add(Op.OR, 2);
        return Branches.either(isNull, new Code().add(Op.FALSE), comparison);
    }

    private static Code isNull(Code value) {
        return value.add(Op.CALL_GLOBAL, "isNull", 1);
    }

    private static Op operator(ComparisonContext comparison) {
        boolean negated = comparison.NOT() != null;
        int type = comparison.getStop().getType();
        return switch (type) {
            case HogLexer.COHORT -> throw Fault.at(comparison.getStart(), "Can't use cohorts in real-time filters.");
            case HogLexer.IN -> negated ? Op.NOT_IN : Op.IN;
            case HogLexer.LIKE -> negated ? Op.NOT_LIKE : Op.LIKE;
            case HogLexer.ILIKE -> negated ? Op.NOT_ILIKE : Op.ILIKE;
            default -> symbol(type);
        };
    }

    private static Op symbol(int type) {
        return switch (type) {
            case HogLexer.EQUAL -> Op.EQ;
            case HogLexer.NOT_EQUAL -> Op.NOT_EQ;
            case HogLexer.LESS -> Op.LT;
            case HogLexer.LESS_EQUAL -> Op.LT_EQ;
            case HogLexer.GREATER -> Op.GT;
            case HogLexer.GREATER_EQUAL -> Op.GT_EQ;
            case HogLexer.REGEX -> Op.REGEX;
            case HogLexer.NOT_REGEX -> Op.NOT_REGEX;
            case HogLexer.IREGEX -> Op.IREGEX;
            default -> Op.NOT_IREGEX;
        };
    }

    static Op arithmetic(int type) {
        return switch (type) {
            case HogLexer.PLUS -> Op.PLUS;
            case HogLexer.MINUS -> Op.MINUS;
            case HogLexer.STAR -> Op.MULTIPLY;
            case HogLexer.SLASH -> Op.DIVIDE;
            default -> Op.MOD;
        };
    }
}
