package dev.sightline.observability.hog.model;

import dev.sightline.observability.hog.model.Expression.Array;
import dev.sightline.observability.hog.model.Expression.Binary;
import dev.sightline.observability.hog.model.Expression.Call;
import dev.sightline.observability.hog.model.Expression.Choice;
import dev.sightline.observability.hog.model.Expression.Element;
import dev.sightline.observability.hog.model.Expression.Lambda;
import dev.sightline.observability.hog.model.Expression.Literal;
import dev.sightline.observability.hog.model.Expression.Negation;
import dev.sightline.observability.hog.model.Expression.Variable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Makes well-typed programs at random: integers, booleans, texts and arrays of integers. */
public final class ProgramGenerator {

    private enum Type {
        INTEGER,
        BOOLEAN,
        TEXT,
        ARRAY
    }

    private record Declared(String name, Type type, boolean assignable) {}

    private final Random random;
    private final List<Declared> visible = new ArrayList<>();
    private int names;

    public ProgramGenerator(Random random) {
        this.random = random;
    }

    /** A program; what it prints at the end are all variables it has. */
    public List<Statement> program() {
        List<Statement> program = new ArrayList<>();
        for (Type type : Type.values()) {
            program.add(let(type));
        }
        program.addAll(statements(3));
        program.add(new Statement.Print(
                visible.stream().map(v -> (Expression) new Variable(v.name)).toList()));
        return program;
    }

    private List<Statement> statements(int depth) {
        List<Statement> body = new ArrayList<>();
        int scope = visible.size();
        for (int i = random.nextInt(4) + 1; i > 0; i--) {
            body.add(statement(depth));
        }
        if (depth < 3) {
            visible.subList(scope, visible.size()).clear();
        }
        return body;
    }

    private Statement statement(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 4)) {
            case 0 -> let(type());
            case 1, 2 -> assign();
            case 3 -> new Statement.Print(List.of(expression(type(), 3), expression(type(), 2)));
            case 4 -> new Statement.If(expression(Type.BOOLEAN, 3), statements(depth - 1), statements(depth - 1));
            case 5 -> loop(depth);
            case 6 -> each(depth);
            default -> guarded(depth);
        };
    }

    private Statement let(Type type) {
        Expression value = expression(type, 3);
        return new Statement.Let(declare(type, true), value);
    }

    private String declare(Type type, boolean assignable) {
        String name = "v" + names++;
        visible.add(new Declared(name, type, assignable));
        return name;
    }

    private Statement assign() {
        List<Declared> targets = visible.stream().filter(Declared::assignable).toList();
        Declared target = targets.get(random.nextInt(targets.size()));
        return new Statement.Assign(target.name, expression(target.type, 3));
    }

    private Statement loop(int depth) {
        int scope = visible.size();
        String name = declare(Type.INTEGER, false);
        Statement loop = new Statement.Count(name, random.nextInt(4), statements(depth - 1));
        visible.subList(scope, visible.size()).clear();
        return loop;
    }

    private Statement each(int depth) {
        Expression items = expression(Type.ARRAY, 2);
        int scope = visible.size();
        String name = declare(Type.INTEGER, true);
        Statement loop = new Statement.Each(name, items, statements(depth - 1));
        visible.subList(scope, visible.size()).clear();
        return loop;
    }

    private Statement guarded(int depth) {
        int scope = visible.size();
        Statement guarded = new Statement.Guarded(statements(depth - 1), expression(Type.BOOLEAN, 2));
        visible.subList(scope, visible.size()).clear();
        return guarded;
    }

    private Type type() {
        return Type.values()[random.nextInt(Type.values().length)];
    }

    private Expression expression(Type type, int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return leaf(type);
        }
        if (random.nextInt(8) == 0) {
            return new Choice(
                    expression(Type.BOOLEAN, depth - 1), expression(type, depth - 1), expression(type, depth - 1));
        }
        return switch (type) {
            case INTEGER -> integer(depth - 1);
            case BOOLEAN -> condition(depth - 1);
            case TEXT -> text(depth - 1);
            case ARRAY -> array(depth - 1);
        };
    }

    private Expression leaf(Type type) {
        List<Declared> known = visible.stream().filter(v -> v.type == type).toList();
        return known.isEmpty() || random.nextInt(3) == 0
                ? literal(type)
                : new Variable(known.get(random.nextInt(known.size())).name);
    }

    private Expression literal(Type type) {
        return switch (type) {
            case INTEGER -> integer(random.nextInt(10) == 0 ? random.nextLong() : random.nextInt(21) - 10);
            case BOOLEAN -> random.nextBoolean() ? new Literal(true, "true") : new Literal(false, "false");
            case TEXT -> {
                String value = "abAB%_ é".substring(random.nextInt(8));
                yield new Literal(value, "'" + value + "'");
            }
            case ARRAY -> new Array(List.of());
        };
    }

    private static Expression integer(long value) {
        return new Literal(BigInteger.valueOf(value), value < 0 ? "(" + value + ")" : String.valueOf(value));
    }

    private Expression integer(int depth) {
        return switch (random.nextInt(7)) {
            case 0, 1 -> binary(oneOf("+", "-", "*"), Type.INTEGER, depth);
            case 2 -> new Binary("%", expression(Type.INTEGER, depth), integer(random.nextInt(9) + 1L));
            case 3 -> new Call("length", List.of(expression(random.nextBoolean() ? Type.TEXT : Type.ARRAY, depth)));
            case 4 -> new Element(expression(Type.ARRAY, depth), integer(random.nextInt(5) + 1L));
            case 5 -> new Call("arrayCount", List.of(lambda(Type.BOOLEAN, depth), expression(Type.ARRAY, depth)));
            default -> binary("-", Type.INTEGER, depth);
        };
    }

    private Expression condition(int depth) {
        return switch (random.nextInt(5)) {
            case 0 -> new Negation(expression(Type.BOOLEAN, depth));
            case 1 -> binary(oneOf("and", "or"), Type.BOOLEAN, depth);
            case 2 -> binary(oneOf("<", "<=", ">", ">="), oneOf(Type.INTEGER, Type.TEXT), depth);
            case 3 -> new Binary("in", expression(Type.INTEGER, depth), expression(Type.ARRAY, depth));
            default -> binary(oneOf("=", "!="), type(), depth);
        };
    }

    private Expression text(int depth) {
        return random.nextInt(3) == 0
                ? binary("+", Type.TEXT, depth)
                : new Call("concat", List.of(expression(type(), depth), expression(Type.TEXT, depth)));
    }

    private Expression array(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> binary("+", Type.ARRAY, depth);
            case 1 -> new Call("arrayMap", List.of(lambda(Type.INTEGER, depth), expression(Type.ARRAY, depth)));
            default ->
                new Array(IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> expression(Type.INTEGER, depth))
                        .toList());
        };
    }

    private Expression lambda(Type result, int depth) {
        int scope = visible.size();
        String parameter = declare(Type.INTEGER, false);
        Expression body = expression(result, depth);
        visible.subList(scope, visible.size()).clear();
        return new Lambda(parameter, body);
    }

    private Expression binary(String operator, Type operands, int depth) {
        return new Binary(operator, expression(operands, depth), expression(operands, depth));
    }

    @SafeVarargs
    private <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
