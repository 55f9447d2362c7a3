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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs programs of the model by walking their trees. Names are unique, so one map holds all variables. */
public final class TreeWalker {

    private static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final int MAX_SIZE = 2000;

    private final Map<String, Object> variables = new HashMap<>();
    private final List<String> printed = new ArrayList<>();

    private TreeWalker() {}

    /** What a program prints. */
    public static String run(List<Statement> program) {
        TreeWalker walker = new TreeWalker();
        program.forEach(walker::run);
        return String.join("\n", walker.printed);
    }

    private void run(Statement statement) {
        if (statement instanceof Statement.Let let) {
            variables.put(let.name(), value(let.value()));
        } else if (statement instanceof Statement.Assign assign) {
            variables.put(assign.name(), value(assign.value()));
        } else if (statement instanceof Statement.Print print) {
            printed.add(String.join(
                    " ",
                    print.values().stream()
                            .map(this::value)
                            .map(TreeWalker::shown)
                            .toList()));
        } else if (statement instanceof Statement.If choice) {
            (truth(choice.condition()) ? choice.then() : choice.otherwise()).forEach(this::run);
        } else {
            runNested(statement);
        }
    }

    private void runNested(Statement statement) {
        if (statement instanceof Statement.Count loop) {
            for (int i = 0; i < loop.end(); i++) {
                variables.put(loop.name(), BigInteger.valueOf(i));
                loop.body().forEach(this::run);
            }
        } else if (statement instanceof Statement.Each loop) {
            for (Object item : (List<?>) value(loop.items())) {
                variables.put(loop.name(), item);
                loop.body().forEach(this::run);
            }
        } else {
            runGuarded((Statement.Guarded) statement);
        }
    }

    private void runGuarded(Statement.Guarded statement) {
        try {
            statement.body().forEach(this::run);
            if (truth(statement.failing())) {
                throw new Thrown();
            }
        } catch (Thrown e) {
            printed.add("thrown");
        }
    }

    private static String shown(Object value) {
        return value instanceof String text ? text : literal(value);
    }

    private static String literal(Object value) {
        if (value instanceof String text) {
            return "'" + text + "'";
        }
        return value instanceof List<?> list
                ? "[" + String.join(", ", list.stream().map(TreeWalker::literal).toList()) + "]"
                : String.valueOf(value);
    }

    private boolean truth(Expression expression) {
        return (Boolean) value(expression);
    }

    private BigInteger number(Expression expression) {
        return (BigInteger) value(expression);
    }

    private Object value(Expression expression) {
        if (expression instanceof Literal literal) {
            return literal.value();
        }
        if (expression instanceof Variable variable) {
            return variables.get(variable.name());
        }
        if (expression instanceof Binary binary) {
            return binary(binary);
        }
        if (expression instanceof Negation negation) {
            return !truth(negation.operand());
        }
        if (expression instanceof Choice choice) {
            return value(truth(choice.condition()) ? choice.then() : choice.otherwise());
        }
        return container(expression);
    }

    private Object container(Expression expression) {
        if (expression instanceof Array array) {
            return array.items().stream().map(this::value).toList();
        }
        if (expression instanceof Element element) {
            List<?> list = (List<?>) value(element.array());
            int position = number(element.position()).intValueExact();
            return position > list.size() ? BigInteger.ZERO : list.get(position - 1);
        }
        return call((Call) expression);
    }

    private Object binary(Binary operation) {
        return switch (operation.operator()) {
            case "and" -> truth(operation.left()) & truth(operation.right());
            case "or" -> truth(operation.left()) | truth(operation.right());
            case "=" -> value(operation.left()).equals(value(operation.right()));
            case "!=" -> !value(operation.left()).equals(value(operation.right()));
            case "in" -> ((List<?>) value(operation.right())).contains(value(operation.left()));
            case "+" -> sum(value(operation.left()), value(operation.right()));
            case "-" -> number(operation.left()).subtract(number(operation.right()));
            case "*" -> limited(number(operation.left()).multiply(number(operation.right())));
            case "%" -> number(operation.left()).remainder(number(operation.right()));
            default -> ordered(operation.operator(), order(value(operation.left()), value(operation.right())));
        };
    }

    /** Loops can double what they hold, which is for the tests of limits, not for this. */
    public static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static BigInteger limited(BigInteger number) {
        if (number.bitLength() > MAX_SIZE) {
            throw new TooLarge();
        }
        return number;
    }

    private static Object limited(Object value) {
        int size = value instanceof String text ? text.length() : ((List<?>) value).size();
        if (size > MAX_SIZE) {
            throw new TooLarge();
        }
        return value;
    }

    private static Object sum(Object left, Object right) {
        if (left instanceof BigInteger a) {
            return a.add((BigInteger) right);
        }
        if (left instanceof String a) {
            return limited((Object) (a + right));
        }
        List<Object> joined = new ArrayList<>((List<?>) left);
        joined.addAll((List<?>) right);
        return limited((Object) joined);
    }

    private static int order(Object left, Object right) {
        return left instanceof BigInteger number
                ? number.compareTo((BigInteger) right)
                : ((String) left).compareTo((String) right);
    }

    private static boolean ordered(String operator, int order) {
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private Object call(Call call) {
        return switch (call.function()) {
            case "length" -> length(value(call.arguments().get(0)));
            case "concat" ->
                limited((Object) (shown(value(call.arguments().get(0)))
                        + value(call.arguments().get(1))));
            case "arrayMap" -> each(call).toList();
            default ->
                BigInteger.valueOf(each(call).filter(Boolean.TRUE::equals).count());
        };
    }

    private static BigInteger length(Object value) {
        return BigInteger.valueOf(value instanceof String text ? text.length() : ((List<?>) value).size());
    }

    private java.util.stream.Stream<Object> each(Call call) {
        Lambda lambda = (Lambda) call.arguments().get(0);
        return ((List<?>) value(call.arguments().get(1))).stream().map(item -> {
            variables.put(lambda.parameter(), item);
            return value(lambda.body());
        });
    }
}
